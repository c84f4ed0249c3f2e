using System.Collections.Immutable;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.OperatorStates;

/// <summary>
/// Writes the managed operator state of one subtask: header, then the states one after another. Mirrors
/// <c>DefaultOperatorStateBackendSnapshotStrategy</c>; see <c>docs/format/operator-state.md</c>.
/// </summary>
public sealed class OperatorStateWriter
{
    private readonly CountedOutput _output;
    private readonly OperatorBackendHeader _header;
    private readonly SnappyFramingWriter? _chunks;
    private readonly Dictionary<string, ImmutableArray<long>.Builder> _offsets = new(StringComparer.Ordinal);

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Takes the bytes; positions count from here.</param>
    /// <param name="header">The states that follow.</param>
    public OperatorStateWriter(Stream stream, OperatorBackendHeader header)
    {
        if (header.IsCompressed && header.Version < OperatorBackendHeader.CurrentVersion)
        {
            throw new ArgumentException($"only version {OperatorBackendHeader.CurrentVersion} can be compressed", nameof(header));
        }

        _output = new CountedOutput(stream);
        _header = header;
        var head = new JavaDataWriter();
        header.Write(head);
        _output.Write(head.WrittenSpan);
        foreach (var state in header.ListStates.Concat(header.BroadcastStates))
        {
            _offsets.Add(state.Name, ImmutableArray.CreateBuilder<long>());
        }

        if (header.IsCompressed)
        {
            _chunks = new SnappyFramingWriter(_output);
            _chunks.Start();
        }
    }

    /// <summary>Writes the next element of a list state.</summary>
    /// <param name="state">Name of the state.</param>
    /// <param name="element">The element as its serializer writes it.</param>
    public void WriteElement(string state, ReadOnlySpan<byte> element) => Write(state, element);

    /// <summary>Writes the map of a broadcast state, once.</summary>
    /// <param name="state">Name of the state.</param>
    /// <param name="map"><c>count:i32 { key value }</c>.</param>
    public void WriteBroadcast(string state, ReadOnlySpan<byte> map)
    {
        if (_offsets[state].Count > 0)
        {
            throw new InvalidOperationException($"the broadcast state '{state}' was written already");
        }

        Write(state, map);
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>The states for the handle, in the order of the header; list states without elements have no offset.</returns>
    public ImmutableArray<OperatorStateOffsets> Complete()
    {
        foreach (var state in _header.BroadcastStates)
        {
            if (_offsets[state.Name].Count == 0)
            {
                throw new InvalidOperationException($"the broadcast state '{state.Name}' was not written");
            }
        }

        _output.Flush();
        return [.. _header.ListStates.Concat(_header.BroadcastStates).Select(OffsetsOf)];
    }

    private OperatorStateOffsets OffsetsOf(StateMeta state) =>
        new(state.Name, state.DistributionMode ?? OperatorStateMode.SplitDistribute, _offsets[state.Name].ToImmutable());

    private void Write(string state, ReadOnlySpan<byte> bytes)
    {
        _offsets[state].Add(_output.Position);
        if (_chunks is null)
        {
            _output.Write(bytes);
            return;
        }

        // Every element begins with a chunk, so that its offset is that of a chunk.
        _chunks.Write(bytes);
        _chunks.Flush();
    }
}

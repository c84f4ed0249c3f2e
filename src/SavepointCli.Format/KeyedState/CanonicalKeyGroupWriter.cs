using System.Collections.Immutable;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Writes the canonical stream of one subtask: header, then the key groups in ascending order. Mirrors
/// <c>FullSnapshotAsyncWriter</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <remarks>
/// Within a key group entries of one state stand together and, to give the bytes that RocksDB gives, states in ascending index and keys
/// in unsigned order; every Flink reads any order.
/// </remarks>
public sealed class CanonicalKeyGroupWriter
{
    private const int FlushThreshold = 64 * 1024;

    private readonly CountedOutput _output;
    private readonly KeyedBackendHeader _header;
    private readonly KeyGroupRange _range;
    private readonly long[] _offsets;
    private readonly KeyGroupEntryWriter _entries = new();
    private readonly SnappyFramingWriter? _chunks;
    private int _keyGroup;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Takes the bytes; positions count from here.</param>
    /// <param name="header">What the stream says about keys and states.</param>
    /// <param name="range">The key groups of the subtask.</param>
    public CanonicalKeyGroupWriter(Stream stream, KeyedBackendHeader header, KeyGroupRange range)
    {
        _output = new CountedOutput(stream);
        _header = header;
        _range = range;
        _offsets = new long[range.Count];
        _keyGroup = range.Start - 1;
        var head = new JavaDataWriter();
        header.Write(head);
        _output.Write(head.WrittenSpan);
        _chunks = header.IsCompressed ? new SnappyFramingWriter(_output) : null;
    }

    /// <summary>Bytes given to the stream; its size after <see cref="Complete"/>.</summary>
    public long Position => _output.Position;

    /// <summary>Begins a key group behind the ones before; one without entries takes no bytes.</summary>
    public void StartKeyGroup(int keyGroup)
    {
        if (keyGroup <= _keyGroup || keyGroup > _range.End)
        {
            throw new ArgumentOutOfRangeException(nameof(keyGroup), keyGroup, $"not above {_keyGroup} and in {_range}");
        }

        EndKeyGroup();
        _keyGroup = keyGroup;
    }

    /// <summary>Writes one entry of the current key group.</summary>
    /// <param name="stateIndex">The state: index in the header's list.</param>
    /// <param name="key">Key as <see cref="KeyLayout"/> builds it, beginning with the key group.</param>
    /// <param name="value">The value; empty for timers.</param>
    public void WriteEntry(int stateIndex, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stateIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stateIndex, _header.States.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(_keyGroup, _range.Start);
        if (_entries.IsEmpty)
        {
            _offsets[_keyGroup - _range.Start] = Position;
            _chunks?.Start();
        }

        _entries.Write(stateIndex, key, value);
        if (_entries.Settled.Length >= FlushThreshold)
        {
            EmitSettled();
        }
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>Position of every key group of the range, 0 for those without entries.</returns>
    public ImmutableArray<long> Complete()
    {
        EndKeyGroup();
        _output.Flush();
        return [.. _offsets];
    }

    private void EndKeyGroup()
    {
        if (_entries.IsEmpty)
        {
            return;
        }

        _entries.End();
        EmitSettled();
        _chunks?.Flush();
    }

    private void EmitSettled()
    {
        if (_chunks is null)
        {
            _output.Write(_entries.Settled);
        }
        else
        {
            _chunks.Write(_entries.Settled);
        }

        _entries.DropSettled();
    }
}

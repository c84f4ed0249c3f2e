using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.OperatorStates;

/// <summary>
/// Reads raw operator state: partitions of bytes that only the operator understands. Mirrors <c>OperatorStateCheckpointOutputStream</c>;
/// see <c>docs/format/operator-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open.</remarks>
public sealed class RawOperatorStateReader
{
    /// <summary>The one state that such a handle names.</summary>
    public const string StateName = "_default_";

    private readonly StreamWindow _file;
    private readonly RunBounds _bounds;

    /// <summary>Reads the stream of a handle in the slot for raw operator state.</summary>
    public RawOperatorStateReader(Stream stream, OperatorStateHandle handle, string path)
    {
        Partitions = [.. handle.States.SelectMany(state => state.Offsets)];
        _file = new StreamWindow(stream, path);
        _bounds = new RunBounds(Partitions, _file.Length);
    }

    /// <summary>Where the partitions begin.</summary>
    public ImmutableArray<long> Partitions { get; }

    /// <summary>Bytes of the partition that begins at an offset, up to where the next begins. Valid until the next call.</summary>
    public ReadOnlySpan<byte> ReadAt(long offset)
    {
        _file.Seek(offset, _bounds.EndOf(offset));
        return _file.PeekRest();
    }
}

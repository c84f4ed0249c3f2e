using SavepointCli.Format.Compression;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.OperatorStates;

/// <summary>
/// Reads the managed operator state of one subtask, one element at a time. Mirrors <c>OperatorStateRestoreOperation</c>; see
/// <c>docs/format/operator-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open.</remarks>
public sealed class OperatorStateReader
{
    private readonly StreamWindow _file;
    private readonly SnappyFramingReader? _chunks;
    private readonly RunBounds _bounds;

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The stream of the handle.</param>
    /// <param name="handle">Where its elements lie.</param>
    /// <param name="path">Names the stream in messages.</param>
    /// <param name="checksums">Whether a wrong checksum of compressed bytes is a fault; Flink does not look at them.</param>
    public OperatorStateReader(Stream stream, OperatorStateHandle handle, string path, bool checksums = false)
    {
        Header = StreamHead.Read(stream, path, handle.States.SelectMany(state => state.Offsets), OperatorBackendHeader.Read);
        _file = new StreamWindow(stream, path);
        _chunks = Header.IsCompressed ? new SnappyFramingReader(_file, checksums) : null;
        _bounds = new RunBounds(handle.States.SelectMany(state => state.Offsets), _file.Length);
    }

    /// <summary>What the stream says about its states.</summary>
    public OperatorBackendHeader Header { get; }

    /// <summary>What the header says about a state of the handle.</summary>
    /// <exception cref="SavepointFormatException">Nothing.</exception>
    public StateMeta MetaOf(OperatorStateOffsets state) =>
        Header.Find(state.Name)
        ?? throw new SavepointFormatException($"the handle names a state '{state.Name}' that the header does not describe", _file.Path, 0);

    /// <summary>
    /// The bytes from an offset of the handle on: one list element, or a whole broadcast map (<c>count:i32 { key value }</c>). Elements
    /// carry no length, so elements of no bytes and bytes that belong to nothing may stand behind it. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<byte> ReadAt(long offset)
    {
        _file.Seek(offset, _bounds.EndOf(offset));
        _chunks?.Resume();
        return ((ByteWindow?)_chunks ?? _file).PeekRest();
    }
}

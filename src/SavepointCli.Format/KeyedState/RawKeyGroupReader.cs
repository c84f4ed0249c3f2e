using SavepointCli.Format.Handles;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads raw keyed state: per key group whatever the operator wrote, without header or end mark. Mirrors
/// <c>KeyGroupStatePartitionStreamProvider</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <remarks>The stream must be able to seek; it stays open.</remarks>
public sealed class RawKeyGroupReader
{
    /// <summary>Offset of a key group that the operator never began. 0 is a position here, unlike in canonical streams.</summary>
    public const long NotStarted = -1;

    private readonly KeyGroupsHandle _handle;
    private readonly StreamWindow _file;
    private readonly RunBounds _bounds;

    /// <summary>Reads the stream of a handle in the slot for raw keyed state.</summary>
    public RawKeyGroupReader(Stream stream, KeyGroupsHandle handle, string path)
    {
        _handle = handle;
        _file = new StreamWindow(stream, path);
        _bounds = new RunBounds(handle.Offsets, _file.Length);
    }

    /// <summary>Bytes of one key group, up to where the next begins; false if it was never begun. Valid until the next call.</summary>
    public bool TryRead(int keyGroup, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        var offset = _handle.OffsetOf(keyGroup);
        if (offset == NotStarted)
        {
            return false;
        }

        _file.Seek(offset, _bounds.EndOf(offset));
        bytes = _file.PeekRest();
        return true;
    }
}

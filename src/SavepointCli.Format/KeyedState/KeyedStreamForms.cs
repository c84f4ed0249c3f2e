using System.Buffers.Binary;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Tells the two forms apart that tags 3 and 12 share. Flink leaves that to the configured backend; here the content decides, see
/// <c>docs/format/keyed-state.md</c>.
/// </summary>
public static class KeyedStreamForms
{
    private const int HeadLength = 4;

    /// <summary>The form of a stream.</summary>
    /// <param name="stream">The stream of the handle, able to seek; its position changes.</param>
    /// <param name="handle">Where the key groups lie.</param>
    /// <param name="path">Names the stream in messages.</param>
    public static KeyedStreamForm Detect(Stream stream, KeyGroupsHandle handle, string path)
    {
        if (handle.Format == KeyGroupsFormat.Savepoint || handle.Offsets.Contains(CanonicalFormat.EmptyKeyGroup))
        {
            return KeyedStreamForm.Canonical;
        }

        var file = new StreamWindow(stream, path);
        for (var keyGroup = handle.KeyGroups.Start; keyGroup <= handle.KeyGroups.End; keyGroup++)
        {
            file.Seek(handle.OffsetOf(keyGroup), long.MaxValue);
            var head = file.Peek(HeadLength);
            if (BinaryPrimitives.ReadInt32BigEndian(head) != keyGroup)
            {
                return KeyedStreamForm.Canonical;
            }

            if (keyGroup > 0)
            {
                return KeyedStreamForm.HeapNative;
            }
        }

        return IsOneCanonicalBlock(stream, handle, path) ? KeyedStreamForm.Canonical : KeyedStreamForm.HeapNative;
    }

    /// <summary>Key group 0 alone begins with the same bytes in both forms; only a canonical block parses to its end mark.</summary>
    private static bool IsOneCanonicalBlock(Stream stream, KeyGroupsHandle handle, string path)
    {
        try
        {
            var reader = new CanonicalKeyGroupReader(stream, handle, path);
            while (reader.Read())
            {
                if (reader.KeyGroup != handle.KeyGroups.Start)
                {
                    return false;
                }
            }

            return reader.Header.States.Length > 0;
        }
        catch (SavepointFormatException)
        {
            return false;
        }
    }
}

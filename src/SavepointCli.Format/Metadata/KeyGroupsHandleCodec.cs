using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Tags 3, 7 and 12: equal but for the id that 12 adds.</summary>
internal static class KeyGroupsHandleCodec
{
    public static KeyGroupsHandle ReadV1(ref MetadataReader reader) => Read(ref reader, KeyGroupsFormat.V1);

    public static KeyGroupsHandle ReadSavepoint(ref MetadataReader reader) => Read(ref reader, KeyGroupsFormat.Savepoint);

    public static KeyGroupsHandle ReadV2(ref MetadataReader reader) => Read(ref reader, KeyGroupsFormat.V2);

    private static KeyGroupsHandle Read(ref MetadataReader reader, KeyGroupsFormat format)
    {
        var keyGroups = reader.ReadKeyGroupRange();
        var offsets = reader.ReadOffsets(keyGroups.Count);
        var stream = StreamHandleCodecs.Read(ref reader);
        return new KeyGroupsHandle(format, keyGroups, offsets, stream, format == KeyGroupsFormat.V2 ? reader.ReadText() : null);
    }

    public static void Write(JavaDataWriter writer, KeyGroupsHandle handle)
    {
        writer.WriteKeyGroupRange(handle.KeyGroups);
        writer.WriteOffsets(handle.Offsets);
        StreamHandleCodecs.Write(writer, handle.Stream);
        if (handle.Format == KeyGroupsFormat.V2)
        {
            writer.WriteText(handle.StateHandleId ?? throw new ArgumentException("a key-groups handle of tag 12 needs an id", nameof(handle)));
        }
    }
}

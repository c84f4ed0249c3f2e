using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>A serializer snapshot as it stands in headers: framing version, class name, version, payload.</summary>
internal static class SnapshotFraming
{
    private const int FramingVersion = 2;

    public static void Write(JavaDataWriter writer, SerializerSnapshot snapshot)
    {
        writer.WriteInt32(FramingVersion);
        ModifiedUtf8.Write(writer, snapshot.ClassName);
        writer.WriteInt32(snapshot.Version);
        snapshot.WritePayload(writer);
    }
}

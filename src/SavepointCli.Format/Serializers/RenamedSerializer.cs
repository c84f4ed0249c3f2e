using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>A serializer that writes exactly what the one inside writes, under a snapshot of its own.</summary>
/// <param name="inner">The serializer inside.</param>
/// <param name="snapshot">The description.</param>
internal sealed class RenamedSerializer(TypeSerializer inner, SerializerSnapshot snapshot) : TypeSerializer<object?>
{
    public override int FixedLength => inner.FixedLength;

    public override SerializerSnapshot Snapshot => snapshot;

    public override object? Read(ref JavaDataReader reader) => inner.ReadObject(ref reader);

    public override void Write(JavaDataWriter writer, object? value) => inner.WriteObject(writer, value);

    public override bool PrintsJson => inner.PrintsJson;

    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output) => inner.PrintJson(ref reader, output);

    public override void Skip(ref JavaDataReader reader) => inner.Skip(ref reader);
}

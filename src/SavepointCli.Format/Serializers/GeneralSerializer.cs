using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>Any serializer, seen as one of values in their general form, so that a collection needs only one class.</summary>
internal sealed class GeneralSerializer : TypeSerializer<object?>
{
    private readonly TypeSerializer _inner;

    private GeneralSerializer(TypeSerializer inner) => _inner = inner;

    public override int FixedLength => _inner.FixedLength;

    public override SerializerSnapshot Snapshot => _inner.Snapshot;

    public static TypeSerializer<object?> Of(TypeSerializer serializer) =>
        serializer as TypeSerializer<object?> ?? new GeneralSerializer(serializer);

    public override object? Read(ref JavaDataReader reader) => _inner.ReadObject(ref reader);

    public override void Write(JavaDataWriter writer, object? value) => _inner.WriteObject(writer, value);

    public override bool PrintsJson => _inner.PrintsJson;

    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output) => _inner.PrintJson(ref reader, output);

    public override bool TryHash(ref JavaDataReader reader, out int hash) => _inner.TryHash(ref reader, out hash);

    public override bool TryWriteJson(JavaDataWriter writer, JsonElement json) => _inner.TryWriteJson(writer, json);

    public override void Skip(ref JavaDataReader reader) => _inner.Skip(ref reader);
}

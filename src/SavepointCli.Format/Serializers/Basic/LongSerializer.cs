using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>Eight bytes: <c>Long</c>, <c>LongValue</c>.</summary>
public sealed class LongSerializer : SimpleSerializer<long>
{
    internal LongSerializer(string className, string typeName)
        : base(className, typeName, sizeof(long))
    {
    }

    /// <inheritdoc/>
    public override long Read(ref JavaDataReader reader) => reader.ReadInt64();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, long value) => writer.WriteInt64(value);

    private protected override void Print(JsonBuffer output, long value) => output.WriteNumber(value);

    private protected override int? HashOf(long value) => this == ValueTypeSerializers.Long ? JavaHash.OfLongValue(value) : JavaHash.Of(value);

    private protected override bool TryParse(JsonElement json, out long value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out value);
    }
}

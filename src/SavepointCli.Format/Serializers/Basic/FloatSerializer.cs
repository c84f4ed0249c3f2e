using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>IEEE single: <c>Float</c>, <c>FloatValue</c>.</summary>
public sealed class FloatSerializer : SimpleSerializer<float>
{
    internal FloatSerializer(string className, string typeName)
        : base(className, typeName, sizeof(float))
    {
    }

    /// <inheritdoc/>
    public override float Read(ref JavaDataReader reader) => reader.ReadSingle();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, float value) => writer.WriteSingle(value);

    private protected override void Print(JsonBuffer output, float value) => output.WriteNumber(value);

    private protected override int? HashOf(float value) => this == BasicSerializers.Float ? JavaHash.Of(value) : null;

    private protected override bool TryParse(JsonElement json, out float value)
    {
        value = default;
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetSingle(out value),
            JsonValueKind.String => TryParseNotFinite(json, out value),
            _ => false,
        };
    }

    private static bool TryParseNotFinite(JsonElement json, out float value)
    {
        value = json.ValueEquals("Infinity"u8) ? float.PositiveInfinity : json.ValueEquals("-Infinity"u8) ? float.NegativeInfinity : float.NaN;
        return !float.IsNaN(value) || json.ValueEquals("NaN"u8);
    }
}

using System.Text.Json;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Basic;

/// <summary>IEEE double: <c>Double</c>, <c>DoubleValue</c>.</summary>
public sealed class DoubleSerializer : SimpleSerializer<double>
{
    internal DoubleSerializer(string className, string typeName)
        : base(className, typeName, sizeof(double))
    {
    }

    /// <inheritdoc/>
    public override double Read(ref JavaDataReader reader) => reader.ReadDouble();

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, double value) => writer.WriteDouble(value);

    private protected override void Print(JsonBuffer output, double value) => output.WriteNumber(value);

    private protected override int? HashOf(double value) => this == BasicSerializers.Double ? JavaHash.Of(value) : null;

    private protected override bool TryParse(JsonElement json, out double value)
    {
        value = default;
        return json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDouble(out value),
            JsonValueKind.String => TryParseNotFinite(json, out value),
            _ => false,
        };
    }

    private static bool TryParseNotFinite(JsonElement json, out double value)
    {
        value = json.ValueEquals("Infinity"u8) ? double.PositiveInfinity : json.ValueEquals("-Infinity"u8) ? double.NegativeInfinity : double.NaN;
        return !double.IsNaN(value) || json.ValueEquals("NaN"u8);
    }
}

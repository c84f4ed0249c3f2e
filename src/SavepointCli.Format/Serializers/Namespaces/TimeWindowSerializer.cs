using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Namespaces;

/// <summary>A time window: start and end.</summary>
public sealed class TimeWindowSerializer : SimpleSerializer<TimeWindow>
{
    internal TimeWindowSerializer(string className)
        : base(className, "TimeWindow", 2 * sizeof(long))
    {
    }

    /// <inheritdoc/>
    public override TimeWindow Read(ref JavaDataReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, TimeWindow value)
    {
        writer.WriteInt64(value.Start);
        writer.WriteInt64(value.End);
    }

    private protected override void Print(JsonBuffer output, TimeWindow value)
    {
        output.WriteRaw("{\"start\":"u8);
        output.WriteNumber(value.Start);
        output.WriteRaw(",\"end\":"u8);
        output.WriteNumber(value.End);
        output.WriteRaw('}');
    }

    private protected override bool TryParse(JsonElement json, out TimeWindow value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("start"u8, out var first) || first.ValueKind != JsonValueKind.Number || !first.TryGetInt64(out var start)
            || !json.TryGetProperty("end"u8, out var behind) || behind.ValueKind != JsonValueKind.Number || !behind.TryGetInt64(out var end))
        {
            return false;
        }

        value = new TimeWindow(start, end);
        return true;
    }
}

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
}

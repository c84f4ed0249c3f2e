using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Namespaces;

/// <summary>A count window of the Table runtime: its number.</summary>
public sealed class CountWindowSerializer : SimpleSerializer<CountWindow>
{
    internal CountWindowSerializer(string className)
        : base(className, "CountWindow", sizeof(long))
    {
    }

    /// <inheritdoc/>
    public override CountWindow Read(ref JavaDataReader reader) => new(reader.ReadInt64());

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, CountWindow value) => writer.WriteInt64(value.Id);
}

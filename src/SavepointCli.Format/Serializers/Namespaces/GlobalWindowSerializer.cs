using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Namespaces;

/// <summary>The global window: one byte.</summary>
public sealed class GlobalWindowSerializer : SimpleSerializer<GlobalWindow>
{
    internal GlobalWindowSerializer(string className)
        : base(className, "GlobalWindow", fixedLength: 1)
    {
    }

    /// <inheritdoc/>
    public override GlobalWindow Read(ref JavaDataReader reader)
    {
        Skip(ref reader);
        return GlobalWindow.Instance;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, GlobalWindow value) => writer.WriteByte(0);
}

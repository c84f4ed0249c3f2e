using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Namespaces;

/// <summary>The namespace of state without one. It takes one byte although its stated length is 0, which keeps keys unambiguous.</summary>
public sealed class VoidNamespaceSerializer : SimpleSerializer<VoidNamespace>
{
    internal VoidNamespaceSerializer()
        : base(FlinkNames.Nested(FlinkNames.State, "VoidNamespace"), "VoidNamespace", fixedLength: 0)
    {
    }

    /// <inheritdoc/>
    public override VoidNamespace Read(ref JavaDataReader reader)
    {
        Skip(ref reader);
        return VoidNamespace.Instance;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, VoidNamespace value) => writer.WriteByte(0);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(1);

    private protected override void Print(JsonBuffer output, VoidNamespace value) => output.WriteNull();

    private protected override bool TryParse(JsonElement json, out VoidNamespace value)
    {
        value = VoidNamespace.Instance;
        return json.ValueKind == JsonValueKind.Null;
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>Values in Java's own serialization. Texts and boxed primitives are shown, other objects by their class.</summary>
public sealed class JavaSerializer : SimpleSerializer<StoredValue>
{
    private const string BoxedValue = "value";

    internal JavaSerializer()
        : base(FlinkNames.Nested(FlinkNames.State, "Java"), "JavaSerialized", VariableLength)
    {
    }

    /// <summary>The only instance.</summary>
    public static JavaSerializer Instance { get; } = new();

    /// <inheritdoc/>
    public override StoredValue Read(ref JavaDataReader reader)
    {
        var bytes = JavaObjectStream.ReadWithBytes(ref reader, out var content);
        return new StoredValue(ValueOf(content, bytes), bytes);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, StoredValue value) => writer.WriteBytes(value.Bytes.Span);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => _ = JavaObjectStream.Read(ref reader);

    private static object? ValueOf(object? content, ReadOnlyMemory<byte> bytes) => content switch
    {
        null or string => content,
        JavaEnum constant => new FlinkEnum(constant.ClassName, constant.Name),
        JavaObject boxed when IsBox(boxed.ClassName) => boxed[BoxedValue],
        JavaObject other => new OpaqueValue(other.ClassName, bytes),
        JavaArray array => new OpaqueValue(array.ClassName, bytes),
        _ => new OpaqueValue("java.lang.Class", bytes),
    };

    private static bool IsBox(string className) =>
        className is "java.lang.Boolean" or "java.lang.Byte" or "java.lang.Short" or "java.lang.Integer" or "java.lang.Long"
            or "java.lang.Float" or "java.lang.Double" or "java.lang.Character";
}

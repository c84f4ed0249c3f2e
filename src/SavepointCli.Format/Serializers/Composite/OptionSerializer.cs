using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Scala's <c>Option</c>: a flag that is true for <c>Some</c>, then the value. <c>None</c> is null.</summary>
public sealed class OptionSerializer : TypeSerializer<object?>
{
    private readonly TypeSerializer _inner;

    private OptionSerializer(TypeSerializer inner, SerializerSnapshot snapshot)
    {
        _inner = inner;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = new(FlinkNames.TopLevel(FlinkNames.Scala, "ScalaOption"), "Option")
    {
        OuterVersion = 2,
        NestedCount = 1,
        Restore = static (snapshot, nested) => new OptionSerializer(nested[0], snapshot),
    };

    /// <inheritdoc/>
    public override object? Read(ref JavaDataReader reader) => reader.ReadBoolean() ? _inner.ReadObject(ref reader) : null;

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value)
    {
        writer.WriteBoolean(value is not null);
        if (value is not null)
        {
            _inner.WriteObject(writer, value);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        if (reader.ReadBoolean())
        {
            _inner.Skip(ref reader);
        }
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Exactly one of two: a flag that is true for the left one, then the value of that side.</summary>
public sealed class EitherSerializer : TypeSerializer<FlinkEither>
{
    private readonly TypeSerializer _left;
    private readonly TypeSerializer _right;

    private EitherSerializer(TypeSerializer left, TypeSerializer right, SerializerSnapshot snapshot)
    {
        _left = left;
        _right = right;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.JavaRuntime, "JavaEither"));

    internal static CompositeKind ScalaKind { get; } = KindOf(FlinkNames.TopLevel(FlinkNames.Scala, "ScalaEither"));

    /// <summary>One of two values.</summary>
    public static EitherSerializer Of(TypeSerializer left, TypeSerializer right) => new(left, right, Kind.Snapshot(left, right));

    /// <inheritdoc/>
    public override FlinkEither Read(ref JavaDataReader reader)
    {
        var isLeft = reader.ReadBoolean();
        return new FlinkEither(isLeft, Side(isLeft).ReadObject(ref reader));
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkEither value)
    {
        writer.WriteBoolean(value.IsLeft);
        Side(value.IsLeft).WriteObject(writer, value.Value);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => Side(reader.ReadBoolean()).Skip(ref reader);

    private static CompositeKind KindOf(string className) => new(className, "Either")
    {
        NestedCount = 2,
        Restore = static (snapshot, nested) => new EitherSerializer(nested[0], nested[1], snapshot),
    };

    private TypeSerializer Side(bool isLeft) => isLeft ? _left : _right;
}

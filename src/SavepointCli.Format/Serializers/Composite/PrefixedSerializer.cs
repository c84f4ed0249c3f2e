using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A value with one field of Flink's own in front; both come as a tuple.</summary>
public sealed class PrefixedSerializer : TypeSerializer<FlinkTuple>
{
    private readonly TypeSerializer _prefix;
    private readonly TypeSerializer _value;

    private PrefixedSerializer(TypeSerializer prefix, TypeSerializer value, SerializerSnapshot snapshot)
    {
        _prefix = prefix;
        _value = value;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <summary>What an interval join keeps: whether the element was joined, and the element.</summary>
    internal static CompositeKind BufferEntryKind { get; } =
        new("org.apache.flink.streaming.api.operators.co.IntervalJoinOperator$BufferEntrySerializerSnapshot", "BufferEntry")
        {
            OuterVersion = 2,
            NestedCount = 1,
            Restore = static (snapshot, nested) => new PrefixedSerializer(Basic.BasicSerializers.Boolean, nested[0], snapshot),
        };

    /// <summary>Key of a window of the Table runtime: the end of the window, and the key.</summary>
    internal static CompositeKind WindowKeyKind { get; } = new(FlinkNames.Nested(FlinkNames.TableTypes, "WindowKey"), "WindowKey")
    {
        NestedCount = 1,
        Restore = static (snapshot, nested) => new PrefixedSerializer(Basic.BasicSerializers.Long, nested[0], snapshot),
    };

    /// <summary>The serializer of what an interval join keeps.</summary>
    /// <param name="element">The serializer of its elements.</param>
    public static PrefixedSerializer BufferEntryOf(TypeSerializer element) =>
        new(Basic.BasicSerializers.Boolean, element, BufferEntryKind.Snapshot(element));

    /// <inheritdoc/>
    public override FlinkTuple Read(ref JavaDataReader reader) => new(_prefix.ReadObject(ref reader), _value.ReadObject(ref reader));

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkTuple value)
    {
        _prefix.WriteObject(writer, value[0]);
        _value.WriteObject(writer, value[1]);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        _prefix.Skip(ref reader);
        _value.Skip(ref reader);
    }
}

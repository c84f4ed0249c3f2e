using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Elements of a co-group, from one input or the other: 1 or 2, then the element. The first input is the left side.</summary>
public sealed class UnionSerializer : TypeSerializer<FlinkEither>
{
    private const byte One = 1;
    private const byte Two = 2;
    private readonly TypeSerializer _one;
    private readonly TypeSerializer _two;

    private UnionSerializer(TypeSerializer one, TypeSerializer two, SerializerSnapshot snapshot)
    {
        _one = one;
        _two = two;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } =
        new("org.apache.flink.streaming.api.datastream.CoGroupedStreams$UnionSerializerSnapshot", "TaggedUnion")
        {
            OuterVersion = 2,
            NestedCount = 2,
            Restore = static (snapshot, nested) => new UnionSerializer(nested[0], nested[1], snapshot),
        };

    /// <inheritdoc/>
    public override FlinkEither Read(ref JavaDataReader reader)
    {
        var isOne = ReadIsOne(ref reader);
        return new FlinkEither(isOne, Side(isOne).ReadObject(ref reader));
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkEither value)
    {
        writer.WriteByte(value.IsLeft ? One : Two);
        Side(value.IsLeft).WriteObject(writer, value.Value);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => Side(ReadIsOne(ref reader)).Skip(ref reader);

    private static bool ReadIsOne(ref JavaDataReader reader) => reader.ReadByte() switch
    {
        One => true,
        Two => false,
        var other => throw reader.Fault($"unknown input of a co-group: {other}"),
    };

    private TypeSerializer Side(bool isOne) => isOne ? _one : _two;
}

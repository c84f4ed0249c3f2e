using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>Elements of a stream, of which state holds records: a tag, then what the tag says.</summary>
public sealed class StreamElementSerializer : TypeSerializer<StreamElement>
{
    private const int RecordWithTimestamp = 0;
    private const int Record = 1;
    private const int Watermark = 2;
    private readonly TypeSerializer _record;

    private StreamElementSerializer(TypeSerializer record, SerializerSnapshot snapshot)
    {
        _record = record;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } =
        new("org.apache.flink.streaming.runtime.streamrecord.StreamElementSerializer$StreamElementSerializerSnapshot", "StreamElement")
        {
            OuterVersion = 2,
            NestedCount = 1,
            Restore = static (snapshot, nested) => new StreamElementSerializer(nested[0], snapshot),
        };

    /// <summary>The serializer of records with their timestamps.</summary>
    public static StreamElementSerializer Of(TypeSerializer record) => new(record, Kind.Snapshot(record));

    /// <inheritdoc/>
    public override StreamElement Read(ref JavaDataReader reader)
    {
        var tag = reader.ReadByte();
        return tag switch
        {
            RecordWithTimestamp => new StreamElement(tag, reader.ReadInt64(), _record.ReadObject(ref reader)),
            Record => new StreamElement(tag, null, _record.ReadObject(ref reader)),
            Watermark => new StreamElement(tag, reader.ReadInt64(), null),
            _ => new StreamElement(tag, null, new RawValue(reader.ReadBytes(LengthOfRest(ref reader, tag)).ToArray())),
        };
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, StreamElement value)
    {
        writer.WriteByte((byte)value.Tag);
        if (value.Timestamp is { } timestamp)
        {
            writer.WriteInt64(timestamp);
        }

        if (value.Tag is RecordWithTimestamp or Record)
        {
            _record.WriteObject(writer, value.Value);
        }
        else if (value.Value is RawValue rest)
        {
            writer.WriteBytes(rest.Bytes.Span);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var tag = reader.ReadByte();
        reader.Skip(tag switch { RecordWithTimestamp or Watermark => sizeof(long), Record => 0, _ => LengthOfRest(ref reader, tag) });
        if (tag is RecordWithTimestamp or Record)
        {
            _record.Skip(ref reader);
        }
    }

    private static int LengthOfRest(ref JavaDataReader reader, int tag) => tag switch
    {
        3 => 3 * sizeof(long) + sizeof(int),
        4 => sizeof(int),
        5 => sizeof(bool),
        6 => sizeof(int) + sizeof(long),
        _ => throw reader.Fault($"unknown tag of a stream element: {tag}"),
    };
}

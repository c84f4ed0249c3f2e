using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>A list of the Table runtime: count, a bit for each element that is null (newer versions), then the elements.</summary>
public sealed class LinkedListSerializer : TypeSerializer<List<object?>>
{
    private const int VersionWithMask = 2;
    private const int VersionWithFlag = 3;
    private readonly TypeSerializer _element;
    private readonly bool _hasMask;

    private LinkedListSerializer(TypeSerializer element, bool hasMask, SerializerSnapshot snapshot)
    {
        _element = element;
        _hasMask = hasMask;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static Composite.CompositeKind Kind { get; } = new(FlinkNames.Nested(FlinkNames.TableTypes, "LinkedList"), "LinkedList")
    {
        OuterVersion = VersionWithFlag,
        NestedCount = 1,
        SkipOuterPayload = static (ref JavaDataReader reader, int version) => reader.Skip(version >= VersionWithFlag ? 1 : 0),
        Restore = static (snapshot, nested) => new LinkedListSerializer(nested[0], HasMask(snapshot), snapshot),
    };

    /// <inheritdoc/>
    public override List<object?> Read(ref JavaDataReader reader)
    {
        var count = ReadCount(ref reader);
        var mask = reader.ReadBytes(MaskLength(count));
        var list = new List<object?>(Math.Min(count, Composite.ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            list.Add(IsNull(mask, i) ? null : _element.ReadObject(ref reader));
        }

        return list;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, List<object?> value)
    {
        writer.WriteInt32(value.Count);
        var mask = writer.Reserve(MaskLength(value.Count));
        mask.Clear();
        for (var i = 0; i < value.Count && _hasMask; i++)
        {
            mask[i / 8] |= (byte)(value[i] is null ? 0x80 >> i % 8 : 0);
        }

        foreach (var element in value)
        {
            if (!_hasMask || element is not null)
            {
                _element.WriteObject(writer, element);
            }
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = ReadCount(ref reader);
        var mask = reader.ReadBytes(MaskLength(count));
        for (var i = 0; i < count; i++)
        {
            if (!IsNull(mask, i))
            {
                _element.Skip(ref reader);
            }
        }
    }

    private static bool HasMask(Composite.CompositeSerializerSnapshot snapshot) => snapshot.OuterVersion switch
    {
        < VersionWithMask => false,
        < VersionWithFlag => true,
        _ => snapshot.OuterPayload.Span[0] != 0,
    };

    // Elements that are null take no byte of their own, only a bit.
    private int ReadCount(ref JavaDataReader reader)
    {
        var count = reader.ReadInt32();
        var most = _hasMask ? 8L * reader.Remaining : reader.Remaining;
        return count >= 0 && count <= most ? count : throw reader.Fault($"impossible number of list elements: {count}");
    }

    private int MaskLength(int count) => _hasMask ? (int)((count + 7L) / 8) : 0;

    private bool IsNull(ReadOnlySpan<byte> mask, int element) => _hasMask && (mask[element / 8] & 0x80 >> element % 8) != 0;
}

using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>
/// A <c>Row</c>: a bit mask, then the fields that are not null. The mask holds the row kind in its first two bits (since Flink 1.11)
/// and one bit for each field that is null; the highest bit of a byte comes first.
/// </summary>
public sealed class RowSerializer : TypeSerializer<FlinkRow>
{
    private const int VersionWithoutRowKind = 2;
    private const int VersionWithFlag = 4;
    private const int BitsOfKind = 2;
    private readonly ImmutableArray<TypeSerializer> _fields;
    private readonly int _bitsInFront;

    private RowSerializer(ImmutableArray<TypeSerializer> fields, bool holdsKind, SerializerSnapshot snapshot)
    {
        _fields = fields;
        _bitsInFront = holdsKind ? BitsOfKind : 0;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind Kind { get; } = new(FlinkNames.Nested(FlinkNames.JavaRuntime, "Row"), "Row")
    {
        OuterVersion = VersionWithFlag,
        SkipOuterPayload = static (ref JavaDataReader reader, int version) => reader.Skip(version >= VersionWithFlag ? 1 : 0),
        Restore = static (snapshot, nested) => new RowSerializer(nested, HoldsKind(snapshot), snapshot),
    };

    private int MaskLength => (_bitsInFront + _fields.Length + 7) / 8;

    /// <summary>Rows with a kind, as Flink 1.11 and later write them.</summary>
    public static RowSerializer Of(params ImmutableArray<TypeSerializer> fields)
    {
        var outerPayload = new JavaDataWriter();
        outerPayload.WriteBoolean(true);
        return new RowSerializer(fields, holdsKind: true, Kind.Snapshot(outerPayload, fields.AsSpan()));
    }

    /// <inheritdoc/>
    public override FlinkRow Read(ref JavaDataReader reader)
    {
        var mask = reader.ReadBytes(MaskLength);
        var values = new object?[_fields.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = IsSet(mask, _bitsInFront + i) ? null : _fields[i].ReadObject(ref reader);
        }

        return new FlinkRow(KindOf(mask), values);
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, FlinkRow value)
    {
        var mask = writer.Reserve(MaskLength);
        mask.Clear();
        for (var bit = 0; bit < _bitsInFront; bit++)
        {
            Set(mask, bit, ((int)value.Kind >> bit & 1) != 0);
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            Set(mask, _bitsInFront + i, value[i] is null);
        }

        for (var i = 0; i < _fields.Length; i++)
        {
            if (value[i] is { } field)
            {
                _fields[i].WriteObject(writer, field);
            }
        }
    }

    /// <inheritdoc/>
    public override bool PrintsJson => _fields.All(part => part.PrintsJson);

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output)
    {
        var mask = reader.ReadBytes(MaskLength);
        output.WriteRaw('[');
        for (var i = 0; i < _fields.Length; i++)
        {
            if (i > 0)
            {
                output.WriteRaw(',');
            }

            if (IsSet(mask, _bitsInFront + i))
            {
                output.WriteNull();
            }
            else
            {
                _fields[i].PrintJson(ref reader, output);
            }
        }

        output.WriteRaw(']');
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var mask = reader.ReadBytes(MaskLength);
        for (var i = 0; i < _fields.Length; i++)
        {
            if (!IsSet(mask, _bitsInFront + i))
            {
                _fields[i].Skip(ref reader);
            }
        }
    }

    private static bool HoldsKind(CompositeSerializerSnapshot snapshot) => snapshot.OuterVersion switch
    {
        <= VersionWithoutRowKind => false,
        < VersionWithFlag => true,
        _ => snapshot.OuterPayload.Span[0] != 0,
    };

    private static bool IsSet(ReadOnlySpan<byte> mask, int bit) => (mask[bit / 8] & 0x80 >> bit % 8) != 0;

    private static void Set(Span<byte> mask, int bit, bool value) => mask[bit / 8] |= (byte)(value ? 0x80 >> bit % 8 : 0);

    private RowKind KindOf(ReadOnlySpan<byte> mask) =>
        _bitsInFront == 0 ? RowKind.Insert : (RowKind)((IsSet(mask, 0) ? 1 : 0) | (IsSet(mask, 1) ? 2 : 0));
}

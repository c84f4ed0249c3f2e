using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Arrays;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Table;

namespace SavepointCli.Operations.Export;

/// <summary>Which column takes the values of a serializer.</summary>
internal static class ColumnTypes
{
    /// <summary>The column of one serializer.</summary>
    public static ColumnType Of(SerializerSnapshot? snapshot) => snapshot is not SimpleSerializerSnapshot simple ? ColumnType.Text : simple.Serializer switch
    {
        BooleanSerializer => ColumnType.Boolean,
        ByteSerializer or ShortSerializer or IntSerializer => ColumnType.Int32,
        LongSerializer => ColumnType.Int64,
        FloatSerializer => ColumnType.Float,
        DoubleSerializer => ColumnType.Double,
        ByteArraySerializer => ColumnType.Bytes,
        _ => ColumnType.Text,
    };

    /// <summary>The column of one SQL type.</summary>
    public static ColumnType Of(LogicalType type) => type.Root switch
    {
        LogicalTypeRoot.Boolean => ColumnType.Boolean,
        LogicalTypeRoot.TinyInt or LogicalTypeRoot.SmallInt or LogicalTypeRoot.Integer => ColumnType.Int32,
        LogicalTypeRoot.BigInt => ColumnType.Int64,
        LogicalTypeRoot.Float => ColumnType.Float,
        LogicalTypeRoot.Double => ColumnType.Double,
        LogicalTypeRoot.Binary or LogicalTypeRoot.VarBinary => ColumnType.Bytes,
        _ => ColumnType.Text,
    };

    /// <summary>Whether a value can stand in a column without losing anything.</summary>
    public static bool Fits(ColumnType type, object? value) => value is null || type switch
    {
        ColumnType.Boolean => value is bool,
        ColumnType.Int32 => value is int or short or sbyte,
        ColumnType.Int64 => value is long,
        ColumnType.Float => value is float,
        ColumnType.Double => value is double,
        ColumnType.Bytes => value is byte[],
        _ => true,
    };
}

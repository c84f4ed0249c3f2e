using System.Collections.Frozen;
using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>Makes types of SQL from the Java objects that Flink stores.</summary>
internal sealed class LogicalTypes
{
    // Objects refer to each other; counted one by one, a small stream can stand for a type without end.
    private const int MostTypes = 10_000;
    private const int DeepestType = 50;

    private static readonly FrozenDictionary<string, LogicalTypeRoot> Roots = new Dictionary<string, LogicalTypeRoot>(StringComparer.Ordinal)
    {
        ["CHAR"] = LogicalTypeRoot.Char,
        ["VARCHAR"] = LogicalTypeRoot.VarChar,
        ["BOOLEAN"] = LogicalTypeRoot.Boolean,
        ["BINARY"] = LogicalTypeRoot.Binary,
        ["VARBINARY"] = LogicalTypeRoot.VarBinary,
        ["DECIMAL"] = LogicalTypeRoot.Decimal,
        ["TINYINT"] = LogicalTypeRoot.TinyInt,
        ["SMALLINT"] = LogicalTypeRoot.SmallInt,
        ["INTEGER"] = LogicalTypeRoot.Integer,
        ["BIGINT"] = LogicalTypeRoot.BigInt,
        ["FLOAT"] = LogicalTypeRoot.Float,
        ["DOUBLE"] = LogicalTypeRoot.Double,
        ["DATE"] = LogicalTypeRoot.Date,
        ["TIME_WITHOUT_TIME_ZONE"] = LogicalTypeRoot.Time,
        ["TIMESTAMP_WITHOUT_TIME_ZONE"] = LogicalTypeRoot.Timestamp,
        ["TIMESTAMP_WITH_LOCAL_TIME_ZONE"] = LogicalTypeRoot.TimestampLtz,
        ["INTERVAL_YEAR_MONTH"] = LogicalTypeRoot.IntervalYearMonth,
        ["INTERVAL_DAY_TIME"] = LogicalTypeRoot.IntervalDayTime,
        ["ARRAY"] = LogicalTypeRoot.Array,
        ["MULTISET"] = LogicalTypeRoot.Multiset,
        ["MAP"] = LogicalTypeRoot.Map,
        ["ROW"] = LogicalTypeRoot.Row,
        ["DISTINCT_TYPE"] = LogicalTypeRoot.Distinct,
        ["STRUCTURED_TYPE"] = LogicalTypeRoot.Structured,
        ["NULL"] = LogicalTypeRoot.Null,
        ["RAW"] = LogicalTypeRoot.Raw,
        ["VARIANT"] = LogicalTypeRoot.Variant,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private int _count;

    /// <summary>Reads one stream that holds a type.</summary>
    public static StoredLogicalType Read(ref JavaDataReader reader)
    {
        var at = reader.Offset;
        var bytes = JavaObjectStream.ReadWithBytes(ref reader, out var value);
        try
        {
            return new StoredLogicalType(new LogicalTypes().TypeOf(value, depth: 0), bytes);
        }
        catch (FormatException unknown)
        {
            throw new SavepointFormatException(unknown.Message, reader.Origin.Path, at, ExitCode.Unsupported, hint: null, unknown);
        }
    }

    private LogicalType TypeOf(object? value, int depth)
    {
        if (++_count > MostTypes || depth > DeepestType)
        {
            throw new FormatException("SQL type that is too large to be one");
        }

        if (value is not JavaObject type || type["typeRoot"] is not JavaEnum rootConstant || type["isNullable"] is not bool isNullable)
        {
            throw new FormatException("Java object that is no SQL type");
        }

        if (!Roots.TryGetValue(rootConstant.Name, out var root))
        {
            throw new FormatException($"SQL type of the family {rootConstant.Name}");
        }

        var (names, children) = ChildrenOf(type, root, depth + 1);
        return new LogicalType(root, isNullable)
        {
            Precision = Number(type, "length") ?? Number(type, "precision") ?? Number(type, "yearPrecision") ?? Number(type, "dayPrecision") ?? 0,
            Scale = Number(type, "scale") ?? Number(type, "fractionalPrecision") ?? 0,
            Qualifier = QualifierOf(type, root),
            Children = children,
            FieldNames = names,
        };
    }

    private (ImmutableArray<string> Names, ImmutableArray<LogicalType> Types) ChildrenOf(JavaObject type, LogicalTypeRoot root, int depth)
    {
        return root switch
        {
            LogicalTypeRoot.Array or LogicalTypeRoot.Multiset => ([], [TypeOf(type["elementType"], depth)]),
            LogicalTypeRoot.Map => ([], [TypeOf(type["keyType"], depth), TypeOf(type["valueType"], depth)]),
            LogicalTypeRoot.Distinct => ([], [TypeOf(type["sourceType"], depth)]),
            LogicalTypeRoot.Row => Columns(type["fields"], depth),
            LogicalTypeRoot.Structured => Columns(type["attributes"], depth),
            _ => ([], []),
        };
    }

    private (ImmutableArray<string> Names, ImmutableArray<LogicalType> Types) Columns(object? list, int depth)
    {
        var columns = JavaObjectStream.ElementsOf(list) ?? throw new FormatException("columns that are no list");
        var names = ImmutableArray.CreateBuilder<string>(columns.Count);
        var types = ImmutableArray.CreateBuilder<LogicalType>(columns.Count);
        foreach (var column in columns)
        {
            var field = column as JavaObject ?? throw new FormatException("column that is no object");
            names.Add(field["name"] as string ?? throw new FormatException("column without a name"));
            types.Add(TypeOf(field["type"], depth));
        }

        return (names.MoveToImmutable(), types.MoveToImmutable());
    }

    private static int? Number(JavaObject type, string field) => type[field] as int?;

    private static string QualifierOf(JavaObject type, LogicalTypeRoot root) => root switch
    {
        LogicalTypeRoot.IntervalYearMonth or LogicalTypeRoot.IntervalDayTime => (type["resolution"] as JavaEnum)?.Name ?? "",
        LogicalTypeRoot.Raw => (type["clazz"] as JavaClass)?.Name ?? "?",
        LogicalTypeRoot.Structured => (type["implementationClass"] as JavaClass)?.Name ?? "STRUCTURED",
        LogicalTypeRoot.Distinct => "DISTINCT",
        _ => "",
    };
}

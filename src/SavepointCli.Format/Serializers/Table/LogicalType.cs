using System.Collections.Immutable;
using System.Globalization;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>A type of SQL, as the Table runtime stores it beside rows.</summary>
/// <param name="Root">The family.</param>
/// <param name="IsNullable">Whether null is a value.</param>
public sealed record LogicalType(LogicalTypeRoot Root, bool IsNullable)
{
    /// <summary>Digits of a decimal, fractional digits of seconds, or the length of a text or of bytes.</summary>
    public int Precision { get; init; }

    /// <summary>Digits behind the point of a decimal; fractional digits of an interval of days.</summary>
    public int Scale { get; init; }

    /// <summary>What an interval reaches from and to, e.g. <c>DAY_TO_SECOND</c>; the class of a raw or structured type.</summary>
    public string Qualifier { get; init; } = "";

    /// <summary>Types of elements, of key and value, of columns.</summary>
    public ImmutableArray<LogicalType> Children { get; init; } = [];

    /// <summary>Names of columns.</summary>
    public ImmutableArray<string> FieldNames { get; init; } = [];

    /// <summary>Types equal in everything that Flink compares.</summary>
    public bool Equals(LogicalType? other) =>
        other is not null && Root == other.Root && IsNullable == other.IsNullable && Precision == other.Precision && Scale == other.Scale
        && Qualifier == other.Qualifier && Children.AsSpan().SequenceEqual(other.Children.AsSpan())
        && FieldNames.AsSpan().SequenceEqual(other.FieldNames.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Root, IsNullable, Precision, Scale, Children.Length);

    /// <summary>SQL, e.g. <c>ROW&lt;`a` INT, `b` VARCHAR(10)&gt; NOT NULL</c>.</summary>
    public override string ToString() => IsNullable ? Sql() : $"{Sql()} NOT NULL";

    private string Sql() => Root switch
    {
        LogicalTypeRoot.Integer => "INT",
        LogicalTypeRoot.Char or LogicalTypeRoot.VarChar or LogicalTypeRoot.Binary or LogicalTypeRoot.VarBinary
            or LogicalTypeRoot.Time or LogicalTypeRoot.Timestamp => $"{Name}({Number(Precision)})",
        LogicalTypeRoot.TimestampLtz => $"TIMESTAMP({Number(Precision)}) WITH LOCAL TIME ZONE",
        LogicalTypeRoot.Decimal => $"DECIMAL({Number(Precision)}, {Number(Scale)})",
        LogicalTypeRoot.IntervalYearMonth or LogicalTypeRoot.IntervalDayTime => $"INTERVAL {string.Join(" TO ", Qualifier.Split("_TO_").Select(Unit))}",
        LogicalTypeRoot.Array or LogicalTypeRoot.Multiset or LogicalTypeRoot.Map => $"{Name}<{string.Join(", ", Children)}>",
        LogicalTypeRoot.Row => $"ROW<{string.Join(", ", Children.Select((child, i) => $"`{FieldNames[i]}` {child}"))}>",
        LogicalTypeRoot.Raw => $"RAW('{Qualifier}')",
        LogicalTypeRoot.Structured or LogicalTypeRoot.Distinct => Qualifier,
        _ => Name,
    };

    private string Name => Root.ToString().ToUpperInvariant();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string Unit(string unit) => unit switch
    {
        "YEAR" or "DAY" => $"{unit}({Number(Precision)})",
        "SECOND" => $"{unit}({Number(Scale)})",
        _ => unit,
    };
}

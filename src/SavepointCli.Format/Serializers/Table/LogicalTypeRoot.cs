namespace SavepointCli.Format.Serializers.Table;

/// <summary>The families of SQL types; names as in Flink's <c>LogicalTypeRoot</c>, shortened.</summary>
public enum LogicalTypeRoot
{
    /// <summary><c>CHAR</c></summary>
    Char,

    /// <summary><c>VARCHAR</c></summary>
    VarChar,

    /// <summary><c>BOOLEAN</c></summary>
    Boolean,

    /// <summary><c>BINARY</c></summary>
    Binary,

    /// <summary><c>VARBINARY</c></summary>
    VarBinary,

    /// <summary><c>DECIMAL</c></summary>
    Decimal,

    /// <summary><c>TINYINT</c></summary>
    TinyInt,

    /// <summary><c>SMALLINT</c></summary>
    SmallInt,

    /// <summary><c>INTEGER</c></summary>
    Integer,

    /// <summary><c>BIGINT</c></summary>
    BigInt,

    /// <summary><c>FLOAT</c></summary>
    Float,

    /// <summary><c>DOUBLE</c></summary>
    Double,

    /// <summary><c>DATE</c></summary>
    Date,

    /// <summary><c>TIME_WITHOUT_TIME_ZONE</c></summary>
    Time,

    /// <summary><c>TIMESTAMP_WITHOUT_TIME_ZONE</c></summary>
    Timestamp,

    /// <summary><c>TIMESTAMP_WITH_LOCAL_TIME_ZONE</c></summary>
    TimestampLtz,

    /// <summary><c>INTERVAL_YEAR_MONTH</c></summary>
    IntervalYearMonth,

    /// <summary><c>INTERVAL_DAY_TIME</c></summary>
    IntervalDayTime,

    /// <summary><c>ARRAY</c></summary>
    Array,

    /// <summary><c>MULTISET</c></summary>
    Multiset,

    /// <summary><c>MAP</c></summary>
    Map,

    /// <summary><c>ROW</c></summary>
    Row,

    /// <summary><c>DISTINCT_TYPE</c></summary>
    Distinct,

    /// <summary><c>STRUCTURED_TYPE</c></summary>
    Structured,

    /// <summary><c>NULL</c></summary>
    Null,

    /// <summary><c>RAW</c></summary>
    Raw,

    /// <summary><c>VARIANT</c></summary>
    Variant,
}

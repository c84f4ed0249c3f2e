namespace SavepointCli.Format.Values;

/// <summary>What a row of a changelog says; the numbers are those of Flink's <c>RowKind.toByteValue</c>.</summary>
public enum RowKind
{
    /// <summary><c>+I</c></summary>
    Insert = 0,

    /// <summary><c>-U</c>, the old content of an updated row.</summary>
    UpdateBefore = 1,

    /// <summary><c>+U</c>, the new content of an updated row.</summary>
    UpdateAfter = 2,

    /// <summary><c>-D</c></summary>
    Delete = 3,
}

namespace SavepointCli.Format.Ids;

/// <summary>A job's 16 bytes. Not part of <c>_metadata</c>: only directory names show it (<c>savepoint-&lt;first 6 digits&gt;-…</c>).</summary>
public readonly record struct JobId(UInt128 Value)
{
    private const int ShortDigits = 6;

    /// <summary>The digits that stand in the name of a savepoint directory.</summary>
    public string Short => ToString()[..ShortDigits];

    /// <summary>Takes 16 bytes as stored.</summary>
    public static JobId FromBytes(ReadOnlySpan<byte> bytes) => new(HexId.FromBytes(bytes));

    /// <summary>Parses 32 hex digits of either case.</summary>
    public static bool TryParse(string text, out JobId id)
    {
        var parsed = HexId.TryParse(text, out var value);
        id = new JobId(value);
        return parsed;
    }

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => HexId.Format(Value);
}

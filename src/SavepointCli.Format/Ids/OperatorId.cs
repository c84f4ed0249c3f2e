namespace SavepointCli.Format.Ids;

/// <summary>
/// The 16 bytes under which an operator's state is kept: <c>OperatorID</c>, and the <c>JobVertexID</c> of a chain that it heads.
/// Text form: 32 lower-case hex digits in the order of the bytes as stored.
/// </summary>
public readonly record struct OperatorId(UInt128 Value)
{
    /// <summary>Bytes of an id as stored.</summary>
    public const int Size = 16;

    /// <summary>Takes 16 bytes as stored.</summary>
    public static OperatorId FromBytes(ReadOnlySpan<byte> bytes) => new(HexId.FromBytes(bytes));

    /// <summary>Parses 32 hex digits of either case.</summary>
    public static bool TryParse(string text, out OperatorId id)
    {
        var parsed = HexId.TryParse(text, out var value);
        id = new OperatorId(value);
        return parsed;
    }

    /// <summary>Writes the 16 bytes as stored.</summary>
    public void CopyTo(Span<byte> destination) => HexId.CopyTo(Value, destination);

    /// <summary>32 lower-case hex digits.</summary>
    public override string ToString() => HexId.Format(Value);
}

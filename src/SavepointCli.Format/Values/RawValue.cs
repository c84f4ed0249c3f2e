namespace SavepointCli.Format.Values;

/// <summary>Bytes without a known meaning whose length is stored: a RAW column, a row without column types.</summary>
/// <param name="Bytes">The bytes.</param>
public sealed record RawValue(ReadOnlyMemory<byte> Bytes)
{
    /// <inheritdoc/>
    public bool Equals(RawValue? other) => other is not null && Bytes.Span.SequenceEqual(other.Bytes.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => Bytes.Length;
}

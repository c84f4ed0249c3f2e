using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>Compares encoded keys by their bytes.</summary>
internal sealed class ByteSequenceComparer : IEqualityComparer<byte[]>
{
    public static ByteSequenceComparer Instance { get; } = new();

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode([DisallowNull] byte[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}

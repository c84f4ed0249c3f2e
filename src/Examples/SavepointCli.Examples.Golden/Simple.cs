using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Golden;

/// <summary>A POJO whose fields every Flink writes field by field.</summary>
[JavaType("golden.Simple")]
public sealed record Simple(long Id, string? Name, double Ratio, int? Rank, Address? Address)
{
    public static Simple Of(long key) => new(
        key,
        $"n{key}",
        key / 3.0,
        key % 3 == 0 ? null : (int)key,
        key % 4 == 0 ? null : new Address($"s{key}", (int)key));
}

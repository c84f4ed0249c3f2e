using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Golden;

/// <summary>A POJO with collections, which Flink 1.x writes with Kryo and Flink 2.x field by field.</summary>
[JavaType("golden.Account")]
public sealed record Account(
    long Id,
    string? Owner,
    double Balance,
    bool Active,
    int? Rank,
    Address? Address,
    List<string>? Tags,
    Dictionary<string, int>? Limits,
    int[]? Scores)
{
    public static Account Of(long key)
    {
        var number = (int)key;
        return new Account(
            key,
            $"owner-{key}",
            key * 1.5,
            key % 2 == 0,
            key % 3 == 0 ? null : number,
            key % 4 == 0 ? null : new Address($"street {key}", number),
            [$"t{key % 5}", $"ü{key}"],
            new Dictionary<string, int> { ["day"] = number, ["week"] = number * 7 },
            [number, -number, 0]);
    }
}

using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Golden;

/// <summary>How many events of a key there were.</summary>
[JavaType("golden.KeyCount")]
public sealed record KeyCount(long Key, long Count)
{
    public override string ToString() => $"{Key}={Count}";
}

using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Counting;

/// <summary>How often a word was seen.</summary>
[JavaType("counting.WordCount")]
public sealed record WordCount(string Text, long Count)
{
    public override string ToString() => $"{Text}={Count}";
}

using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Counting;

/// <summary>A word and the place at which it was made up.</summary>
[JavaType("counting.Word")]
public sealed record Word(long Index, string Text)
{
    private static readonly string[] Texts = ["apple", "banana", "cherry", "date", "elderberry"];

    public static Word Of(long index) => new(index, Texts[index % Texts.Length]);
}

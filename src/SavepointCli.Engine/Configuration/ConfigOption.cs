namespace SavepointCli.Engine.Configuration;

/// <summary>A setting: its key, the spellings that older releases used, and how its text is understood.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Key">The key as Flink 1.20 and 2.x spell it.</param>
/// <param name="Default">The value when no spelling is set.</param>
/// <param name="Parse">Reads the text; throws <see cref="FormatException"/> if it means nothing.</param>
/// <param name="OldKeys">Older spellings, the most recent first.</param>
public sealed record ConfigOption<T>(string Key, T Default, Func<string, T> Parse, params IReadOnlyList<string> OldKeys);

namespace SavepointCli.Engine.Configuration;

/// <summary>
/// Settings by key, as in Flink's configuration file. A value under the current key wins over one under an older spelling.
/// Immutable: layers are joined with <see cref="With"/>.
/// </summary>
public sealed class EngineConfiguration
{
    private readonly Dictionary<string, string> _values;

    /// <summary>Takes the settings as they stand in a file or a request.</summary>
    public EngineConfiguration(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = new Dictionary<string, string>(values, StringComparer.Ordinal);

    /// <summary>Nothing set: every option has its default.</summary>
    public static EngineConfiguration Empty { get; } = new([]);

    /// <summary>Everything that is set, old spellings as they were given.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>This configuration with <paramref name="overriding"/> laid over it.</summary>
    public EngineConfiguration With(IEnumerable<KeyValuePair<string, string>> overriding)
    {
        var joined = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        foreach (var (key, value) in overriding)
        {
            joined[key] = value;
        }

        return new EngineConfiguration(joined);
    }

    /// <summary>The value of an option, its default if no spelling is set.</summary>
    /// <exception cref="SavepointException">The text cannot be understood; the message names key and text.</exception>
    public T Get<T>(ConfigOption<T> option)
    {
        var key = SpellingOf(option);
        if (key is null)
        {
            return option.Default;
        }

        try
        {
            return option.Parse(_values[key]);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw new SavepointException(
                ExitCode.Usage, $"configuration key '{key}' has the value '{_values[key]}', which cannot be understood",
                $"correct the value of '{key}'", fault);
        }
    }

    /// <summary>Whether any spelling of the option is set.</summary>
    public bool Contains<T>(ConfigOption<T> option) => SpellingOf(option) is not null;

    private string? SpellingOf<T>(ConfigOption<T> option) =>
        _values.ContainsKey(option.Key) ? option.Key : option.OldKeys.FirstOrDefault(_values.ContainsKey);
}

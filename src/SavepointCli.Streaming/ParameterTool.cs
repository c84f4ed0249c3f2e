using System.Globalization;

namespace SavepointCli.Streaming;

/// <summary>
/// Arguments of a program in the form <c>--key value</c> or <c>-key value</c>; a key without a value is true. Mirrors
/// <c>ParameterTool.fromArgs</c>.
/// </summary>
public sealed class ParameterTool
{
    private const string NoValue = "true";

    private readonly Dictionary<string, string> _values;

    private ParameterTool(Dictionary<string, string> values) => _values = values;

    /// <summary>Reads arguments; of a key given twice the last value counts.</summary>
    /// <exception cref="JobGraphException">An argument is neither a key nor the value of one.</exception>
    public static ParameterTool FromArgs(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsKey(arguments[i]))
                throw new JobGraphException($"Argument '{arguments[i]}' does not belong to a key.", "Arguments have the form --key value.");
            var key = arguments[i].TrimStart('-');
            values[key] = i + 1 < arguments.Count && !IsKey(arguments[i + 1]) ? arguments[++i] : NoValue;
        }
        return new ParameterTool(values);
    }

    /// <summary>Whether the key was given.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The value of a key; null if it was not given.</summary>
    public string? Get(string key) => _values.GetValueOrDefault(key);

    /// <summary>A whole number.</summary>
    public long GetLong(string key, long defaultValue) => Parse<long>(key, "a whole number") ?? defaultValue;

    /// <summary>A number.</summary>
    public double GetDouble(string key, double defaultValue) => Parse<double>(key, "a number") ?? defaultValue;

    /// <summary>True or false.</summary>
    public bool GetBoolean(string key, bool defaultValue) =>
        Get(key) is not { } text ? defaultValue : bool.TryParse(text, out var value) ? value : throw Wrong(key, text, "true or false");

    // "-5" is a value: a key does not start with a digit.
    private static bool IsKey(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]);

    private T? Parse<T>(string key, string what)
        where T : struct, IParsable<T> =>
        Get(key) is not { } text ? null : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(key, text, what);

    private static JobGraphException Wrong(string key, string text, string what) => new($"Argument --{key} is '{text}', not {what}.");
}

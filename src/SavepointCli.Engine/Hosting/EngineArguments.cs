namespace SavepointCli.Engine.Hosting;

/// <summary>The command line of the embedded cluster's process.</summary>
internal sealed record EngineArguments
{
    /// <summary>Settings given with <c>-D key=value</c>, which win over the configuration file.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Directory of the configuration file; null for none.</summary>
    public string? ConfigurationDirectory { get; init; }

    /// <summary>File to write once the cluster listens, see <see cref="Hosting.ReadyFile"/>; null for none.</summary>
    public string? ReadyFile { get; init; }

    /// <summary>File that the log goes to besides stderr; null for none.</summary>
    public string? LogFile { get; init; }

    /// <summary>Reads the command line. Flink's own spelling <c>-Dkey=value</c> is understood too.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="configurationDirectory">Value of <c>FLINK_CONF_DIR</c>, which <c>--configDir</c> beats; null if unset.</param>
    /// <exception cref="SavepointException">An argument is unknown or lacks its value.</exception>
    public static EngineArguments Parse(IReadOnlyList<string> arguments, string? configurationDirectory)
    {
        var parsed = new EngineArguments();
        if (!string.IsNullOrEmpty(configurationDirectory))
        {
            parsed = parsed with { ConfigurationDirectory = configurationDirectory };
        }

        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "-D":
                    AddSetting(settings, ValueOf(arguments, ref i));
                    break;
                case "--configDir":
                    parsed = parsed with { ConfigurationDirectory = ValueOf(arguments, ref i) };
                    break;
                case "--ready-file":
                    parsed = parsed with { ReadyFile = Path.GetFullPath(ValueOf(arguments, ref i)) };
                    break;
                case "--log-file":
                    parsed = parsed with { LogFile = Path.GetFullPath(ValueOf(arguments, ref i)) };
                    break;
                case var joined when joined.StartsWith("-D", StringComparison.Ordinal):
                    AddSetting(settings, joined[2..]);
                    break;
                case var unknown:
                    throw Usage($"unknown argument '{unknown}'");
            }
        }

        return parsed with { Settings = settings };
    }

    private static string ValueOf(IReadOnlyList<string> arguments, ref int i) =>
        ++i < arguments.Count ? arguments[i] : throw Usage($"'{arguments[i - 1]}' needs a value");

    private static void AddSetting(Dictionary<string, string> settings, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw Usage($"'{text}' is no setting");
        }

        settings[text[..equals].Trim()] = text[(equals + 1)..].Trim();
    }

    private static SavepointException Usage(string what) => new(
        ExitCode.Usage, what, "known are -D key=value, --configDir DIR, --ready-file PATH and --log-file PATH");
}

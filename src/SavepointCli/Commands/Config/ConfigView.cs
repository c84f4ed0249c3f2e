using SavepointCli.Cluster.Configuration;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Config;

/// <summary>The settings that count.</summary>
/// <param name="Context">The context that counts, or null.</param>
/// <param name="Settings">Name, value and origin; secrets are not shown.</param>
internal sealed record ConfigView(string? Context, IReadOnlyList<(string Name, Setting Setting)> Settings)
{
    private const string Hidden = "******";
    private static readonly string[] Secrets = ["password", "secret", "token", "credential", "api-key", "access-key"];

    public static ConfigView Of(ToolConfiguration configuration)
    {
        var settings = new List<(string, Setting)>();
        foreach (var name in SettingName.All)
        {
            if (configuration.Find(name) is { } setting) settings.Add((name.Name, setting));
        }

        if (FlinkConfigurationFile.Find(configuration.Variables()) is { } path)
            settings.AddRange(FlinkConfigurationFile.ReadFile(path).All.Select(one => (one.Key, new Setting(Shown(one.Key, one.Value), path))));
        return new ConfigView(configuration.Context, settings);
    }

    private static string Shown(string key, string value) =>
        Secrets.Any(secret => key.Contains(secret, StringComparison.OrdinalIgnoreCase)) ? Hidden : value;
}

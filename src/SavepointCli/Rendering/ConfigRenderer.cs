using SavepointCli.Commands.Config;
using SavepointCli.Configuration;

namespace SavepointCli.Rendering;

/// <summary>Settings and contexts in columns.</summary>
internal static class ConfigRenderer
{
    public static void Write(ConfigView view, bool withOrigin, TextWriter output)
    {
        var table = withOrigin ? new TextTable("NAME", "VALUE", "ORIGIN") : new TextTable("NAME", "VALUE");
        foreach (var (name, setting) in view.Settings)
        {
            if (withOrigin) table.Add(name, setting.Value, setting.Origin);
            else table.Add(name, setting.Value);
        }

        table.Write(output);
    }

    public static void WriteContexts(ToolConfiguration configuration, TextWriter output)
    {
        var table = new TextTable("NAME", "CURRENT", "CLUSTER", "FLINK CONFIGURATION");
        foreach (var context in configuration.Contexts)
            table.Add(
                context,
                context == configuration.Context ? "*" : null,
                configuration.FindInContext(context, SettingName.Cluster)?.Value,
                configuration.FindInContext(context, SettingName.FlinkConfiguration)?.Value);
        table.Write(output);
    }
}

using System.CommandLine;
using SavepointCli.Cluster.Configuration;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Configuration;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config set-context NAME [--cluster URL] ...</c>: one option a setting.</summary>
internal sealed class SetContextCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _name = new("name") { Description = "Name of the context." };
    private readonly IReadOnlyList<(SettingName Setting, Option<string?> Option)> _settings =
        [.. SettingName.All.Select(setting => (setting, new Option<string?>("--" + setting.Name) { HelpName = "VALUE", Description = setting.Description }))];

    public SetContextCommand(CommandContext context)
        : base("set-context", "Create a context, or change the settings of one.")
    {
        _context = context;
        Add(_name);
        foreach (var (_, option) in _settings) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(_name)!;
        var settings = _settings
            .Where(one => parsed.GetValue(one.Option) is not null)
            .Select(one => KeyValuePair.Create(one.Setting, parsed.GetValue(one.Option)!))
            .ToList();
        foreach (var (setting, value) in settings) Check(setting, value);

        var configuration = UserConfiguration.Open(_context.Variables);
        var isNew = configuration.Set(name, settings);
        configuration.Save();
        _context.Output.WriteLine($"Context \"{Printable.Text(name)}\" {(isNew ? "created" : "modified")}.");
        return (int)ExitCode.Done;
    }

    /// <summary>A value that could never be used is refused now and not on the day on which it is needed.</summary>
    private static void Check(SettingName setting, string value)
    {
        if (setting == SettingName.Cluster) _ = ClusterAddress.Parse(value);
        else if ((setting == SettingName.Timeout || setting == SettingName.RequestTimeout) && !FlinkDuration.TryParse(value, out _))
            throw UsageErrors.Wrong($"'{value}' is no duration for --{setting.Name}", $"--{setting.Name} 90s, or 15min, or 2h");
    }
}

using System.CommandLine;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config view [--show-origin] [-o FORM]</c>.</summary>
internal sealed class ConfigViewCommand : Command
{
    private readonly CommandContext _context;
    private readonly ConfigurationOptions _configuration = new();
    private readonly Option<bool> _origin = new("--show-origin")
    {
        Description = "Say of every value where it comes from.",
        Arity = ArgumentArity.Zero,
    };
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Json, OutputForm.Yaml);

    public ConfigViewCommand(CommandContext context)
        : base("view", "Show the settings that count here: ours, and Flink's from its configuration file.")
    {
        _context = context;
        Add(_origin);
        Add(_output);
        foreach (var option in _configuration.All) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var form = _output.Read(parsed);
        var view = ConfigView.Of(_configuration.Read(parsed, _context.Variables));
        if (form == OutputForm.Table) ConfigRenderer.Write(view, parsed.GetValue(_origin), _context.Output);
        else DocumentRenderer.Write(ConfigDocument.Of(view), DocumentJson.Default.ConfigDocument, form, _context.Output);
        return (int)ExitCode.Done;
    }
}

using System.CommandLine;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Config;

/// <summary><c>config get-contexts [-o table|name]</c>.</summary>
internal sealed class GetContextsCommand : Command
{
    private readonly CommandContext _context;
    private readonly ConfigurationOptions _configuration = new();
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Name);

    public GetContextsCommand(CommandContext context)
        : base("get-contexts", "List the contexts.")
    {
        _context = context;
        Add(_output);
        foreach (var option in _configuration.All) Add(option);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var form = _output.Read(parsed);
        var configuration = _configuration.Read(parsed, _context.Variables);
        if (form == OutputForm.Table) ConfigRenderer.WriteContexts(configuration, _context.Output);
        else foreach (var context in configuration.Contexts) _context.Output.WriteLine(Printable.Text(context));
        return (int)ExitCode.Done;
    }
}

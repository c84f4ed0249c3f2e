using System.CommandLine;
using SavepointCli.Reference;

namespace SavepointCli.Commands.Help;

/// <summary><c>reference ROOT</c>: writes the files of the repository that are made from the tool itself.</summary>
internal sealed class ReferenceCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _root = new("root") { Description = "Root of the repository." };

    public ReferenceCommand(CommandContext context)
        : base("reference", "Write reference pages, manual pages and completions into a checkout of the repository.")
    {
        Hidden = true;
        _context = context;
        Add(_root);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        foreach (var (path, content) in ReferenceFiles.Of(CommandPage.Of(parsed.RootCommandResult.Command)))
        {
            var file = Path.Combine(parsed.GetValue(_root)!, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
            _context.Output.WriteLine(path);
        }

        return (int)ExitCode.Done;
    }
}

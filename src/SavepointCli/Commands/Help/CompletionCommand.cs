using System.CommandLine;
using SavepointCli.Parsing;
using SavepointCli.Reference;

namespace SavepointCli.Commands.Help;

/// <summary><c>completion SHELL</c>.</summary>
internal sealed class CompletionCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh." };

    public CompletionCommand(CommandContext context)
        : base("completion", "Print a script that completes verbs and options: source <(savepointctl completion bash).")
    {
        _context = context;
        Add(_shell);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var shell = parsed.GetValue(_shell) is "powershell" ? "pwsh" : parsed.GetValue(_shell);
        var script = CompletionScripts.All.FirstOrDefault(one => one.Shell == shell).Script
            ?? throw UsageErrors.Wrong(
                $"there is no completion for '{shell}'", string.Join(", ", CompletionScripts.All.Select(one => $"savepointctl completion {one.Shell}")));
        _context.Output.Write(script(CommandPage.Of(parsed.RootCommandResult.Command)));
        return (int)ExitCode.Done;
    }
}

using System.CommandLine;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Config;

/// <summary>The options that say which of our configuration files and contexts count.</summary>
internal sealed class ConfigurationOptions
{
    private readonly Option<string?> _file = new("--config")
    {
        HelpName = "FILE",
        Description = "A configuration file of savepointctl that beats the user's. Default: SAVEPOINTCTL_CONFIG.",
    };
    private readonly Option<string?> _context = new("--context")
    {
        HelpName = "NAME",
        Description = "The context to use. Default: SAVEPOINTCTL_CONTEXT, else the current one.",
    };

    public IEnumerable<Option> All => [_file, _context];

    public ToolConfiguration Read(ParseResult parsed, IReadOnlyDictionary<string, string> variables) =>
        ToolConfiguration.Read(variables, parsed.GetValue(_file), parsed.GetValue(_context));
}

using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;

namespace SavepointCli.Commands;

/// <summary>The option that makes a repeated command mean the same operation.</summary>
internal sealed class OperationIdOption
{
    private const string Auto = "auto";

    private readonly Option<string?> _id = new("--operation-id")
    {
        HelpName = "ID",
        Description = "32 hex digits of your own: the same command with the same id joins the running operation. Default: auto, a new one.",
    };

    /// <summary>The option.</summary>
    public Option Option => _id;

    /// <summary>The id, or null to draw one.</summary>
    public TriggerId? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_id) is not { } text || text == Auto) return null;
        return ParseId(text);
    }

    /// <summary>An id as typed.</summary>
    public static TriggerId ParseId(string text) => TriggerId.TryParse(text, out var id)
        ? id
        : throw UsageErrors.Wrong(
            $"'{text}' is no operation id: 32 hex digits", "a name becomes one with: echo -n NAME | md5sum | cut -c1-32");
}

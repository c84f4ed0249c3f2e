using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;

namespace SavepointCli.Commands.Help;

/// <summary><c>--version</c>: one line with the name and the version of the tool.</summary>
internal sealed class VersionAction(CommandContext context) : SynchronousCommandLineAction
{
    public static string Version { get; } =
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        context.Output.WriteLine($"savepointctl {Version}");
        return (int)ExitCode.Done;
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using SavepointCli.Commands;
using SavepointCli.Faults;
using SavepointCli.Parsing;

namespace SavepointCli;

/// <summary>The edge of the process: a command line goes in, an exit code comes out. Faults are translated here and only here.</summary>
internal static class Application
{
    private static readonly ParserConfiguration Grammar = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CommandContext context, CancellationToken cancellation)
    {
        var root = CommandTree.Create(context);
        // Until the command line is understood, any --debug counts; after that only one that is not meant for a program.
        var debug = arguments.Contains(CommonOptions.DebugName);
        var json = OutputScan.WantsJson(arguments);
        try
        {
            var tokens = FlinkGrammar.Normalise(root, arguments);
            var parsed = root.Parse(tokens, Grammar);
            debug = parsed.GetValue<bool>(CommonOptions.DebugName);
            json = OutputScan.WantsJson(parsed);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction) throw UsageErrors.Of(parsed);

            var invocation = new InvocationConfiguration
            {
                Output = context.Output,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return (ExitCode)await parsed.InvokeAsync(invocation, cancellation).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the one place where a fault of any kind becomes an exit code
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var fault = Fault.Of(exception, cancellation);
            if (json) FaultRenderer.WriteJson(fault, debug ? exception : null, context.Error);
            else FaultRenderer.Write(fault, debug ? exception : null, context.Error);
            return fault.ExitCode;
        }
        finally
        {
            await context.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            await context.Error.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }
}

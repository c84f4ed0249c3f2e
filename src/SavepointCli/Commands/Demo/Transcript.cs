namespace SavepointCli.Commands.Demo;

/// <summary>Runs verbs as a person would type them, showing each command line before its output.</summary>
/// <param name="context">The world of the verbs; its output is where the transcript goes.</param>
internal sealed class Transcript(CommandContext context)
{
    /// <summary>A sentence between two commands.</summary>
    public void Say(string text)
    {
        context.Output.WriteLine();
        context.Output.WriteLine($"# {text}");
        context.Output.Flush();
    }

    /// <summary>Runs one verb; throws if it fails.</summary>
    /// <returns>What it wrote on stdout.</returns>
    public async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var line = "savepointctl " + string.Join(' ', arguments.Select(Quoted));
        await context.Output.WriteLineAsync().ConfigureAwait(false);
        await context.Output.WriteLineAsync($"$ {line}").ConfigureAwait(false);

        using var captured = new StringWriter();
        var exitCode = await Application.RunAsync(arguments, context with { Output = captured, OpenBytes = null }, cancellation).ConfigureAwait(false);
        await context.Output.WriteAsync(captured.ToString()).ConfigureAwait(false);
        await context.Output.FlushAsync(cancellation).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return exitCode == ExitCode.Done
            ? captured.ToString()
            : throw new SavepointException(
                exitCode, $"the demonstration ended at '{line}' (exit code {(int)exitCode})", "the lines above say why");
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"'{argument}'" : argument;
}

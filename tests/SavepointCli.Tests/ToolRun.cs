using SavepointCli.Testing;

namespace SavepointCli.Tests;

/// <summary>What a command line came to.</summary>
internal sealed record ToolRun(ExitCode ExitCode, string Output, string Error)
{
    /// <summary>Runs the tool as a process would, from the arguments to the exit code, in a world without configuration.</summary>
    public static Task<ToolRun> OfAsync(params string[] arguments) => WithVariablesAsync(new Dictionary<string, string>(), arguments);

    public static Task<ToolRun> WithVariablesAsync(IReadOnlyDictionary<string, string> variables, params IReadOnlyList<string> arguments) =>
        WithCancellationAsync(variables, arguments, CancellationToken.None);

    public static async Task<ToolRun> WithCancellationAsync(
        IReadOnlyDictionary<string, string> variables, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var world = new Dictionary<string, string>(variables);
        using var state = new TempFolder();
        world.TryAdd("XDG_STATE_HOME", state.Path);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext(TextWriter.Synchronized(output), TextWriter.Synchronized(error), new UtcClock(), world);
        var exitCode = await Application.RunAsync(arguments, context, cancellation);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The recordings were made in UTC.</summary>
    private sealed class UtcClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}

using System.Diagnostics;
using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Embedded;

/// <summary>The process of an embedded cluster, from its start until it listens.</summary>
internal sealed class EngineProcess : IDisposable
{
    private const int LinesOfLastWords = 200;

    /// <summary>
    /// Takes the engine out of our session, so that neither our end nor a Ctrl-C at the terminal ends it, and keeps what it says
    /// before it has a log of its own.
    /// </summary>
    private const string DetachScript =
        """
        words=$1; shift
        if command -v setsid >/dev/null 2>&1; then exec setsid "$@" </dev/null >"$words" 2>&1; fi
        trap '' HUP INT
        exec "$@" </dev/null >"$words" 2>&1
        """;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly EngineLaunch _launch;
    private readonly string? _lastWords;

    private EngineProcess(Process process, EngineLaunch launch, string? lastWords)
    {
        _process = process;
        _launch = launch;
        _lastWords = lastWords;
    }

    /// <summary>Starts an engine that outlives this process.</summary>
    public static EngineProcess StartDetached(EngineProgram program, EngineLaunch launch)
    {
        PrepareFolders(launch);
        if (OperatingSystem.IsWindows())
            return new EngineProcess(Start(program.Runtime, [program.Path, .. launch.Arguments]), launch, null);

        var lastWords = launch.LogFile + ".out";
        string[] arguments = ["-c", DetachScript, "sh", lastWords, program.Runtime, program.Path, .. launch.Arguments];
        return new EngineProcess(Start("/bin/sh", arguments), launch, lastWords);
    }

    /// <summary>Starts an engine that shares our terminal.</summary>
    public static EngineProcess StartAttached(EngineProgram program, EngineLaunch launch)
    {
        PrepareFolders(launch);
        return new EngineProcess(Start(program.Runtime, [program.Path, .. launch.Arguments]), launch, null);
    }

    /// <summary>Waits until the cluster listens; if it ends before, its own words are the error.</summary>
    public async Task<EmbeddedClusterRecord> WaitUntilReadyAsync(TimeProvider time, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        while (!File.Exists(_launch.ReadyFile))
        {
            if (_process.HasExited) throw Ended();
            if (time.GetElapsedTime(started) > Patience) throw await GiveUpAsync(cancellation).ConfigureAwait(false);
            await Task.Delay(Look, time, cancellation).ConfigureAwait(false);
        }

        return EmbeddedClusterRecord.Read(_launch.ReadyFile);
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Ends it the hard way.</summary>
    public async Task KillAsync(CancellationToken cancellation)
    {
        if (_process.HasExited) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _process.Dispose();

    private static void PrepareFolders(EngineLaunch launch)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(launch.ReadyFile)!);
        Directory.CreateDirectory(Path.GetDirectoryName(launch.LogFile)!);
        File.Delete(launch.ReadyFile);
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, CreateNoWindow = true })
        ?? throw new SavepointException(ExitCode.Failed, $"'{program}' could not be started");

    /// <summary>The engine translates its own faults at its own edge, as we do; what it said there holds for us, too.</summary>
    private SavepointException Ended()
    {
        var words = _lastWords is not null && File.Exists(_lastWords) ? File.ReadLines(_lastWords).TakeLast(LinesOfLastWords).ToList() : [];
        var error = words.FindLast(line => line.StartsWith("error: ", StringComparison.Ordinal))?["error: ".Length..]
            ?? words.LastOrDefault(line => line.Length > 0);
        var hint = words.FindLast(line => line.StartsWith("  try: ", StringComparison.Ordinal))?["  try: ".Length..];
        var code = Enum.IsDefined((ExitCode)_process.ExitCode) && _process.ExitCode != 0 ? (ExitCode)_process.ExitCode : ExitCode.Failed;
        return new SavepointException(
            code,
            $"the embedded cluster did not start: {error ?? $"it ended with code {_process.ExitCode}"}",
            hint ?? (_lastWords is null ? null : $"read {_lastWords}"));
    }

    private async Task<SavepointException> GiveUpAsync(CancellationToken cancellation)
    {
        await KillAsync(cancellation).ConfigureAwait(false);
        return new SavepointException(
            ExitCode.WaitTimedOut,
            $"the embedded cluster did not listen within {Patience.TotalSeconds:0} s and was ended",
            $"read {_launch.LogFile}");
    }
}

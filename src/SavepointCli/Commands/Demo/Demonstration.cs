using System.Globalization;
using System.Text.RegularExpressions;
using SavepointCli.Configuration;
using SavepointCli.Embedded;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Demo;

/// <summary>The life of a savepoint: a job runs, is saved, looked at, stopped, resumed, and what is left over is deleted.</summary>
internal sealed partial class Demonstration
{
    private const string JobFile = "SavepointCli.Examples.Counting.dll";
    private const string WordsPerSecond = "200";

    /// <summary>Long enough for every word to come up some dozen times.</summary>
    private static readonly TimeSpan LetItCount = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly CommandContext _context;
    private readonly DemoFolder _folder;
    private readonly Transcript _transcript;
    private readonly string _job = Path.Combine(AppContext.BaseDirectory, "examples", JobFile);

    public Demonstration(CommandContext context, DemoFolder folder)
    {
        // A cluster of its own: neither configuration nor a cluster that somebody has running here is touched.
        var variables = new Dictionary<string, string>(context.Variables) { ["XDG_STATE_HOME"] = folder["state"] };
        foreach (var name in new[] { "FLINK_CONF_DIR", "FLINK_HOME", "SAVEPOINTCTL_CLUSTER" }) variables.Remove(name);
        _context = context with { Variables = variables };
        _folder = folder;
        _transcript = new Transcript(_context);
    }

    public async Task PlayAsync(CancellationToken cancellation)
    {
        _context.Output.WriteLine($"# Everything goes to {_folder.Path}{(_folder.IsKept ? "" : ", which is removed at the end")}.");
        try
        {
            await PlayScenesAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            await EndClusterAsync().ConfigureAwait(false);
        }

        _transcript.Say(_folder.IsKept ? $"Done. What was written lies below {_folder.Path}" : $"Done. {_folder.Path} is removed.");
    }

    private async Task PlayScenesAsync(CancellationToken cancellation)
    {
        _transcript.Say("A cluster on this machine, on a free port.");
        await RunAsync(cancellation, "cluster", "start", "--port", "0", "--data", _folder["cluster"]).ConfigureAwait(false);

        _transcript.Say("A job that counts words. With a Flink cluster the commands would be the same.");
        var job = await SubmitAsync([], cancellation).ConfigureAwait(false);
        await LetCountAsync(job, cancellation).ConfigureAwait(false);
        await RunAsync(cancellation, "list").ConfigureAwait(false);

        _transcript.Say("A savepoint while it runs: Flink's own format, on disk.");
        var first = PathIn(await RunAsync(cancellation, "savepoint", job, _folder["savepoints"]).ConfigureAwait(false));
        ShowFolder(first);
        await RunAsync(cancellation, "inspect", first, "--uid", "words", "--uid", "counter", "--uid", "counts").ConfigureAwait(false);

        _transcript.Say("Every value in it can be read, without the cluster and without the job.");
        await ReadCountsAsync(first, cancellation).ConfigureAwait(false);

        _transcript.Say("Stop the job with a last savepoint ...");
        var last = PathIn(await RunAsync(cancellation, "stop", "-p", _folder["savepoints"], job).ConfigureAwait(false));
        var before = await ReadCountsAsync(last, cancellation).ConfigureAwait(false);

        _transcript.Say("... and resume from it. The job goes on counting where it stopped.");
        var resumed = await SubmitAsync(["-s", last], cancellation).ConfigureAwait(false);
        await LetCountAsync(resumed, cancellation).ConfigureAwait(false);
        var end = PathIn(await RunAsync(cancellation, "stop", "-p", _folder["savepoints"], resumed).ConfigureAwait(false));
        var after = await ReadCountsAsync(end, cancellation).ConfigureAwait(false);
        ShowProgress(before, after);

        _transcript.Say("What is no longer needed is deleted by the cluster.");
        await RunAsync(cancellation, "savepoint", "-d", first).ConfigureAwait(false);
        if (Directory.Exists(FlinkPath.ToLocalPath(first))) throw Wrong($"'{first}' was disposed and is still there");

        await RunAsync(cancellation, "cluster", "stop").ConfigureAwait(false);
    }

    private async Task<string> SubmitAsync(IReadOnlyList<string> options, CancellationToken cancellation)
    {
        var output = await _transcript.RunAsync(
            ["run", "-d", .. options, _job, "--rate", WordsPerSecond], cancellation).ConfigureAwait(false);
        return Submitted().Match(output) is { Success: true } match ? match.Groups["job"].Value : throw Wrong("the job was not submitted");
    }

    /// <summary>A job is accepted before its subtasks run, and takes no savepoint until they do: on a busy machine that shows.</summary>
    private async Task LetCountAsync(string job, CancellationToken cancellation)
    {
        var url = new EmbeddedCluster(_context).FindRunning()?.Url ?? throw Wrong("the cluster has ended");
        using var connection = ClusterConnection.To(url, _context);
        var started = _context.Time.GetTimestamp();
        while (!await IsRunningAsync(connection, job, cancellation).ConfigureAwait(false))
        {
            if (_context.Time.GetElapsedTime(started) > LongestStart) throw Wrong($"job {job} did not start within {LongestStart.TotalSeconds} s");
            await Task.Delay(BetweenLooks, _context.Time, cancellation).ConfigureAwait(false);
        }

        await Task.Delay(LetItCount, _context.Time, cancellation).ConfigureAwait(false);
    }

    private static async Task<bool> IsRunningAsync(ClusterConnection connection, string job, CancellationToken cancellation)
    {
        var jobs = await connection.Client.ListJobsAsync(cancellation).ConfigureAwait(false);
        return jobs.Any(known => known.Id.ToString() == job && known.Tasks is { AllRunning: true });
    }

    /// <summary>The counts in a savepoint by word, shown on the way.</summary>
    private async Task<IReadOnlyDictionary<string, long>> ReadCountsAsync(string savepoint, CancellationToken cancellation)
    {
        string[] arguments = ["state", "read", savepoint, "--uid", "counter", "--operator", "counter", "--state", "count"];
        var output = await _transcript.RunAsync(arguments, cancellation).ConfigureAwait(false);
        return Count().Matches(output).ToDictionary(
            match => match.Groups["word"].Value,
            match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
    }

    private void ShowFolder(string savepoint)
    {
        _transcript.Say("The folder that was written:");
        foreach (var file in new DirectoryInfo(FlinkPath.ToLocalPath(savepoint)).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
            _context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Length,10:N0} bytes  {file.Name}"));
    }

    /// <summary>
    /// Not only shown but checked: every count went up, none began anew, and as the words come up in turn, a word that was lost
    /// or counted twice would show.
    /// </summary>
    private void ShowProgress(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after)
    {
        _transcript.Say("The counts carried on from the savepoint:");
        if (before.Count == 0) throw Wrong("the savepoint holds no counts");
        foreach (var (word, count) in before.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!after.TryGetValue(word, out var now) || now <= count) throw Wrong($"the count of '{word}' did not carry on from {count}");
            _context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word,12}  {count,6} -> {now,6}"));
        }

        if (after.Values.Max() - after.Values.Min() > 1) throw Wrong("a word was lost or counted twice");
        _context.Output.WriteLine("The words come up in turn, so no word was lost or counted twice.");
    }

    /// <summary>However the scenes ended, no process stays behind.</summary>
    private async Task EndClusterAsync()
    {
        var embedded = new EmbeddedCluster(_context);
        if (embedded.FindRunning() is { } running) await embedded.EndAsync(running).ConfigureAwait(false);
    }

    private Task<string> RunAsync(CancellationToken cancellation, params string[] arguments) =>
        _transcript.RunAsync(arguments, cancellation);

    private static string PathIn(string output) =>
        Completed().Match(output) is { Success: true } match ? match.Groups["path"].Value : throw Wrong("no savepoint was completed");

    private static SavepointException Wrong(string what) =>
        new(ExitCode.Failed, $"the demonstration went wrong: {what}", "please report this with the lines above");

    [GeneratedRegex("JobID (?<job>[0-9a-f]{32})", RegexOptions.ExplicitCapture)]
    private static partial Regex Submitted();

    [GeneratedRegex("^Savepoint completed. Path: (?<path>.+?)\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Completed();

    [GeneratedRegex("\"key\": ?\"(?<word>[^\"]*)\".*\"value\": ?(?<count>\\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();
}

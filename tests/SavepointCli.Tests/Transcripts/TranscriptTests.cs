using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SavepointCli.Testing;
using SavepointCli.Testing.Http;

namespace SavepointCli.Tests.Transcripts;

/// <summary>
/// Commands with what they print and how they end, as committed text. They run in this process and, where <c>SAVEPOINTCTL_BINARY</c>
/// names a published binary, as a process of it. <c>SAVEPOINTCTL_ACCEPT=1</c> writes what came out; the diff is then for a person to read.
/// </summary>
public sealed partial class TranscriptTests : IAsyncLifetime, IDisposable
{
    private const string Job = "00112233445566778899aabbccddeeff";
    private const string UnknownJob = "00000000000000000000000000000abc";
    private const string NoSuchJob =
        """
        {"errors":["org.apache.flink.runtime.messages.FlinkJobNotFoundException: Could not find Flink job (00000000000000000000000000000abc)\n\tat a.B.c(B.java:1)"]}
        """;
    private const string Prompt = "$ savepointctl";

    private static readonly string Folder = Fixtures.PathOf("transcripts", "cli");
    private readonly ScriptedServer _server = new(Answer);
    private readonly TempFolder _folder = new();

    public static TheoryData<string> Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).Order().OfType<string>()];

    private Dictionary<string, string> World => new()
    {
        ["XDG_CONFIG_HOME"] = _folder["config"],
        ["XDG_STATE_HOME"] = _folder["state"],
        ["TZ"] = "UTC",
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_tool_prints_what_the_transcript_says(string name)
    {
        var committed = await File.ReadAllTextAsync(PathOf(name));

        var printed = await ReplayAsync(committed, InProcessAsync);

        if (Environment.GetEnvironmentVariable("SAVEPOINTCTL_ACCEPT") is not null) await File.WriteAllTextAsync(PathOf(name), printed);
        printed.Should().Be(await File.ReadAllTextAsync(PathOf(name)));
    }

    [PublishedBinaryTheory]
    [MemberData(nameof(Names))]
    public async Task A_published_binary_prints_the_same(string name)
    {
        var binary = PublishedBinaryTheoryAttribute.Binary!;
        var committed = await File.ReadAllTextAsync(PathOf(name));

        var printed = await ReplayAsync(committed, words => AsProcessAsync(binary, words));

        printed.Should().Be(committed);
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".txt");

    private async Task<string> ReplayAsync(string transcript, Func<IReadOnlyList<string>, Task<(int Code, string Output, string Error)>> runAsync)
    {
        var text = new StringBuilder();
        foreach (var line in transcript.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            var words = Word().Matches(line[Prompt.Length..]).Select(match => match.Value.Trim('"').Replace("ADDRESS", _server.Address, StringComparison.Ordinal));
            var (code, output, error) = await runAsync([.. words]);
            text.Append(line).Append('\n').Append(Shown(output));
            foreach (var one in Shown(error).Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.Append("2> ").Append(one).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"[exit {code}]\n\n");
        }

        return text.ToString();
    }

    /// <summary>What differs from run to run is called by name.</summary>
    private string Shown(string text)
    {
        var shown = text.Replace(_server.Address, "ADDRESS", StringComparison.Ordinal)
            .Replace(_folder.Path, "FOLDER", StringComparison.Ordinal)
            .Replace("testhost", "savepointctl", StringComparison.Ordinal);
        return TriggerId().Replace(Version().Replace(shown, "savepointctl VERSION"), "<trigger id>");
    }

    private async Task<(int Code, string Output, string Error)> InProcessAsync(IReadOnlyList<string> words)
    {
        var run = await ToolRun.WithVariablesAsync(World, words);
        return ((int)run.ExitCode, run.Output, run.Error);
    }

    private async Task<(int Code, string Output, string Error)> AsProcessAsync(string binary, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(binary, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(LeadsElsewhere).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in World) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static bool LeadsElsewhere(string variable) =>
        new[] { "SAVEPOINTCTL", "FLINK", "HADOOP", "YARN", "KUBE", "http", "HTTP" }.Any(prefix => variable.StartsWith(prefix, StringComparison.Ordinal));

    private static ServedAnswer Answer(ServedRequest request) => request.Path[4..].Split('/', '?') switch
    {
        ["jobs", "overview"] => ServedAnswer.Json(
            $$$"""
            {"jobs":[
              {"jid":"{{{Job}}}","name":"orders","start-time":1700000000000,"state":"RUNNING","tasks":{"total":4,"running":4}},
              {"jid":"{{{Job.Replace("00", "aa", StringComparison.Ordinal)}}}","name":"billing","start-time":1700000060000,"state":"FINISHED","tasks":{"total":2,"running":0}}
            ]}
            """),
        ["jobs", UnknownJob, ..] => ServedAnswer.Json(NoSuchJob, 404),
        ["jobs", _, "checkpoints", _] => ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{"checkpointId":7}}"""),
        ["jobs", _, "savepoints", _] => ServedAnswer.Json("""{"status":{"id":"COMPLETED"},"operation":{"location":"file:/savepoints/savepoint-001122-0123456789ab"}}"""),
        ["savepoint-disposal", _] => ServedAnswer.Json(
            """{"status":{"id":"COMPLETED"},"operation":{"failure-cause":{"class":"org.apache.flink.util.FlinkException","stack-trace":"org.apache.flink.util.FlinkException: Could not dispose savepoint /none.\n\tat a.B.c(B.java:1)\nCaused by: java.io.FileNotFoundException: Cannot find checkpoint or savepoint file/directory '/none' on file system 'file'.\n"}}}"""),
        [..] when request.Method == "POST" => Triggered(request),
        _ => ServedAnswer.Json("{}", 202),
    };

    private static ServedAnswer Triggered(ServedRequest request)
    {
        var id = request.Json!.Value.TryGetProperty("triggerId", out var sent) ? sent.GetString() : Job;
        return ServedAnswer.Json($$"""{"request-id":"{{id}}"}""", 202);
    }

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"savepointctl \d+\.\d+\.\d+(\+\w+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<=triggerId""?: ?""?)[0-9a-f]{32}")]
    private static partial Regex TriggerId();
}

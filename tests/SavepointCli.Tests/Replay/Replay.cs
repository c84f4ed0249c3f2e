using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>One recorded invocation with our tool in the place of Flink's client, and in what the two differ.</summary>
internal sealed partial record Replay(CliInvocation Recorded, ToolRun Run, IReadOnlyList<ServedRequest> Requests)
{
    public const string Outcome = "outcome";
    public const string Output = "stdout";
    public const string Traffic = "requests";

    private const string UsageHint = "\n\nUse the help option (-h or --help) to get help on the command.\n";

    private static readonly ConcurrentDictionary<(string Archive, string Version, string Name), Lazy<Task<Replay>>> Done = new();

    /// <summary>Runs it, once a process.</summary>
    public static Task<Replay> OfAsync(string archive, string version, string name) =>
        Done.GetOrAdd((archive, version, name), static key => new Lazy<Task<Replay>>(() => NowAsync(key.Archive, key.Version, key.Name))).Value;

    /// <summary>What is not as it was with Flink's client.</summary>
    public IReadOnlyList<string> Differences()
    {
        if (Run.ExitCode == ExitCode.Done != (Recorded.ExitCode == 0)) return [Outcome];
        var differences = new List<string>();
        if (Normalised(Run.Output) != Normalised(ExpectedOutput())) differences.Add(Output);
        if (UsageMessage() is { } message && !Run.Error.StartsWith($"error: {message.TrimEnd('.')}", StringComparison.Ordinal)) differences.Add(Output);
        if (!RequestsAreEquivalent()) differences.Add(Traffic);
        return differences;
    }

    /// <summary>For the message of a failed test.</summary>
    public override string ToString() =>
        $"{string.Join(' ', Recorded.Arguments)}\nexit {Recorded.ExitCode} / {Run.ExitCode}\n--- Flink's stdout\n{Recorded.Output}\n--- ours\n{Run.Output}\n"
        + $"--- our stderr\n{Run.Error}\n--- requests\n{string.Join('\n', Requests.Select(request => request.Method + " " + request.Path))}";

    private static async Task<Replay> NowAsync(string archive, string version, string name)
    {
        var recorded = (archive == "cli" ? RecordingArchive.Cli(version) : RecordingArchive.Rest(version)).LoadInvocation(name);
        var script = recorded.Traffic.Count > 0 && recorded.Arguments[0] != "run"
            ? new ReplayedTraffic(recorded.Traffic).Answer
            : new Func<ServedRequest, ServedAnswer>(new RecordedCluster(recorded).Answer);
        await using var server = new ScriptedServer(script);
        using var world = new RecordedWorld(recorded, version, server.Port);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var run = await ToolRun.WithCancellationAsync(world.Variables, world.Arguments, patience.Token);
        return new Replay(recorded with { Output = world.RelocatedMessage(recorded.Output) }, run, server.Requests);
    }

    /// <summary>Flink says on stdout what is wrong with a command line; we do so on stderr.</summary>
    private string ExpectedOutput() =>
        UsageMessage() is { } message ? Recorded.Output[..^(message.Length + UsageHint.Length)] : Recorded.Output;

    private string? UsageMessage()
    {
        if (Recorded.ExitCode == 0 || !Recorded.Output.EndsWith(UsageHint, StringComparison.Ordinal)) return null;
        var before = Recorded.Output[..^UsageHint.Length];
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    private bool RequestsAreEquivalent()
    {
        if (UsageMessage() is not null) return Requests.Count == 0;
        if (Recorded.Traffic.Count == 0 || Recorded.Arguments[0] == "run") return true;
        var sent = Requests.Select(request => $"{request.Method} {request.Path} {BodyOf(request.Json)}");
        return sent.SequenceEqual(Recorded.Traffic.Select(exchange => $"{exchange.Method} {exchange.Path} {BodyOf(exchange.RequestBody)}"));
    }

    /// <summary>Field by field; the trigger id is ours, and a GET has no body with us.</summary>
    private static string BodyOf(JsonElement? body)
    {
        var content = body is { ValueKind: JsonValueKind.Object } json ? JsonNode.Parse(json.GetRawText())!.AsObject() : [];
        content.Remove("triggerId");
        return content.ToJsonString();
    }

    private static string Normalised(string output) => Hex32().Replace(output, "<id>");

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Hex32();
}

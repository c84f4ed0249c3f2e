using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>
/// A cluster as one recorded invocation met it, for recordings without traffic: what the client printed tells what it was
/// answered. Operations are in progress once before they end.
/// </summary>
internal sealed partial class RecordedCluster(CliInvocation recorded)
{
    private const string SubmittedJob = "00112233445566778899aabbccddeeff";
    private const string Trigger = "ffeeddccbbaa99887766554433221100";

    private readonly RecordedFailure? _failure = RecordedFailure.Of(recorded);
    private readonly HashSet<string> _polled = [];

    public ServedAnswer Answer(ServedRequest request)
    {
        if (_failure?.Errors is { } errors && request.Method != "DELETE") return Errors(errors, 400);
        var path = request.Path;
        return (request.Method, path[(path.LastIndexOf("/v1/", StringComparison.Ordinal) + 3)..].Split('?')[0]) switch
        {
            ("GET", "/jobs/overview") => Jobs(),
            ("PATCH", _) => _failure?.NeverEnds == true ? ServedAnswer.Silence : ServedAnswer.Json("{}", 202),
            ("POST", "/jars/upload") => ServedAnswer.Json("""{"filename":"/tmp/flink-web-upload/1_count-job.jar","status":"success"}"""),
            ("POST", var route) when route.EndsWith("/run", StringComparison.Ordinal) => Run(),
            ("POST", var route) when route.EndsWith("/plan", StringComparison.Ordinal) => Plan(),
            ("DELETE", _) => ServedAnswer.Json("{}"),
            ("POST", var route) when KnowsNothingOf(route) => Errors($"Not found: {path}", 404),
            ("POST", _) => Triggered(request),
            ("GET", var route) when route.EndsWith("/execution-result", StringComparison.Ordinal) => Result(),
            ("GET", var route) when route.EndsWith("/accumulators", StringComparison.Ordinal) => Accumulators(),
            ("GET", var route) when route.Contains("/savepoint", StringComparison.Ordinal) => Status(route, Savepoint),
            ("GET", var route) when route.Contains("/checkpoints/", StringComparison.Ordinal) => Status(route, Checkpoint),
            _ => Errors($"Not found: {path}", 404),
        };
    }

    /// <summary>Where Flink's client does not know the action, its cluster does not either.</summary>
    private bool KnowsNothingOf(string route) =>
        route.EndsWith("/checkpoints", StringComparison.Ordinal) && recorded.Output.Contains("is not a valid action", StringComparison.Ordinal);

    private static ServedAnswer Errors(string text, int status) =>
        ServedAnswer.Json(new JsonObject { ["errors"] = new JsonArray(text) }.ToJsonString(), status);

    private static ServedAnswer Triggered(ServedRequest request)
    {
        var id = request.Json is { } body && body.TryGetProperty("triggerId", out var sent) ? sent.GetString() : Trigger;
        return ServedAnswer.Json(new JsonObject { ["request-id"] = id }.ToJsonString(), 202);
    }

    private ServedAnswer Jobs()
    {
        var jobs = new JsonArray();
        foreach (Match job in JobLine().Matches(recorded.Output))
        {
            // The lines are in the order of the start; a line does not show the milliseconds that made the order.
            var start = DateTimeOffset.ParseExact(
                job.Groups["start"].Value, "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            jobs.Add((JsonNode)new JsonObject
            {
                ["jid"] = job.Groups["id"].Value,
                ["name"] = job.Groups["name"].Value,
                ["start-time"] = start.ToUnixTimeMilliseconds() + jobs.Count,
                ["state"] = job.Groups["state"].Value,
            });
        }

        return ServedAnswer.Json(new JsonObject { ["jobs"] = jobs }.ToJsonString());
    }

    private ServedAnswer Status(string route, Func<JsonObject> outcome)
    {
        if (_polled.Add(route) || _failure?.NeverEnds == true)
            return ServedAnswer.Json("""{"status":{"id":"IN_PROGRESS"},"operation":null}""");
        return ServedAnswer.Json(new JsonObject
        {
            ["status"] = new JsonObject { ["id"] = "COMPLETED" },
            ["operation"] = outcome(),
        }.ToJsonString());
    }

    private JsonObject Savepoint()
    {
        if (_failure?.StackTrace is { } stackTrace) return new JsonObject { ["failure-cause"] = Cause(stackTrace) };
        return Location().Match(recorded.Output) is { Success: true } location
            ? new JsonObject { ["location"] = location.Groups["path"].Value }
            : recorded.Output.StartsWith("Disposing", StringComparison.Ordinal) ? [] : new JsonObject { ["location"] = "file:/savepoint-000000-000000000000" };
    }

    private JsonObject Checkpoint() => _failure?.StackTrace is { } stackTrace
        ? new JsonObject { ["failureCause"] = Cause(stackTrace) }
        : new JsonObject
        {
            ["checkpointId"] = long.Parse(CheckpointNumber().Match(recorded.Output).Groups["number"].Value, CultureInfo.InvariantCulture),
        };

    private ServedAnswer Run()
    {
        if (recorded.Output.Contains("Job has been submitted", StringComparison.Ordinal))
            return ServedAnswer.Json(new JsonObject { ["jobid"] = SubmittedJob }.ToJsonString());
        return Errors(
            _failure?.StackTrace ?? "org.apache.flink.util.FlinkRuntimeException: No jobs included in application.",
            _failure is null ? 400 : 500);
    }

    private ServedAnswer Plan()
    {
        if (_failure?.StackTrace is { } stackTrace) return Errors(stackTrace, 400);
        var plan = recorded.Output.Split('\n', 2)[1];
        return ServedAnswer.Json($$"""{"plan":{{plan[..(plan.LastIndexOf('}') + 1)]}}}""");
    }

    private ServedAnswer Result()
    {
        var result = new JsonObject
        {
            ["id"] = SubmittedJob,
            ["application-status"] = _failure is null ? "SUCCEEDED" : "FAILED",
            ["accumulator-results"] = AccumulatorLine().IsMatch(recorded.Output) ? new JsonObject { ["seen"] = "serialized" } : [],
            ["net-runtime"] = Runtime().Match(recorded.Output) is { Success: true } runtime
                ? long.Parse(runtime.Groups["ms"].Value, CultureInfo.InvariantCulture)
                : 0,
        };
        if (_failure?.StackTrace is { } stackTrace) result["failure-cause"] = Cause(stackTrace);
        return ServedAnswer.Json(new JsonObject
        {
            ["status"] = new JsonObject { ["id"] = "COMPLETED" },
            ["job-execution-result"] = result,
        }.ToJsonString());
    }

    private ServedAnswer Accumulators()
    {
        var accumulators = new JsonArray();
        foreach (Match line in AccumulatorLine().Matches(recorded.Output))
            accumulators.Add((JsonNode)new JsonObject
            {
                ["name"] = line.Groups["name"].Value,
                ["type"] = "LongCounter",
                ["value"] = line.Groups["value"].Value,
            });
        return ServedAnswer.Json(new JsonObject { ["job-accumulators"] = new JsonArray(), ["user-task-accumulators"] = accumulators }.ToJsonString());
    }

    private static JsonObject Cause(string stackTrace) => new()
    {
        ["class"] = stackTrace.Split(':')[0],
        ["stack-trace"] = stackTrace,
        ["serialized-throwable"] = "",
    };

    [GeneratedRegex(@"^(?<start>\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d) : (?<id>[0-9a-f]{32}) : (?<name>.*) \((?<state>[A-Z]+)\)$", RegexOptions.Multiline)]
    private static partial Regex JobLine();

    [GeneratedRegex(@"(Path: (?<path>.*)$|Savepoint stored in (?<path>.*)\.$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Location();

    [GeneratedRegex(@"^Checkpoint(\(FULL\))? (?<number>\d+) for", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CheckpointNumber();

    [GeneratedRegex(@"^Job Runtime: (?<ms>\d+) ms$", RegexOptions.Multiline)]
    private static partial Regex Runtime();

    [GeneratedRegex(@"^- (?<name>.*) \(java\.lang\.Long\): (?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex AccumulatorLine();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>
/// Every recorded invocation of <c>bin/flink</c> that our verbs mirror, against a server that answers as the cluster did: same
/// lines on stdout, same outcome, same requests.
/// </summary>
public sealed partial class MirroredVerbTests
{
    private const string Prefix = "cli-traffic-";
    private const string OldestVersion = "1.16.3";

    /// <summary>Where our stdout says more than that of the oldest client.</summary>
    private static readonly string[] LinesSince119 = ["Triggering stop-with-savepoint", "Waiting for response..."];

    public static TheoryData<string, string> Invocations { get; } = FindInvocations();

    [Theory]
    [MemberData(nameof(Invocations))]
    public async Task A_verb_prints_what_Flink_prints_and_asks_what_Flink_asks(string version, string name)
    {
        var recorded = RecordingArchive.Rest(version).LoadInvocation(name);
        await using var server = new ReplayServer(recorded.Traffic);

        var run = await ToolRun.WithVariablesAsync(recorded.Variables, Redirected(recorded, server));

        Comparable(run.Output, version, recorded).Should().Be(recorded.Output);
        (run.ExitCode == ExitCode.Done).Should().Be(recorded.ExitCode == 0);
        server.Requests.Select(request => $"{request.Method} {request.Path}").Should().Equal(
            recorded.Traffic.Select(exchange => $"{exchange.Method} {exchange.Path}"));
        foreach (var (sent, exchange) in server.Requests.Zip(recorded.Traffic))
            BodyWithoutTriggerId(sent.Json).Should().Be(BodyWithoutTriggerId(exchange.RequestBody));
        if (recorded.ExitCode == 0) run.Error.Should().BeEmpty();
        else run.Error.Should().MatchRegex(@"\Aerror: [^\n]+\n  try: [^\n]+\n\z");
    }

    [Theory]
    [InlineData("1.20.5", "cli-traffic-savepoint")]
    [InlineData("1.20.5", "cli-traffic-stop")]
    [InlineData("1.20.5", "cli-traffic-checkpoint")]
    public async Task Every_trigger_names_an_operation_of_its_own(string version, string name)
    {
        var recorded = RecordingArchive.Rest(version).LoadInvocation(name);
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            await using var server = new ReplayServer(recorded.Traffic);
            await ToolRun.OfAsync(Redirected(recorded, server));
            ids.Add(server.Requests[0].Json!.Value.GetProperty("triggerId").GetString()!);
        }

        ids.Should().OnlyHaveUniqueItems().And.AllSatisfy(id => id.Should().MatchRegex("^[0-9a-f]{32}$"));
    }

    [Fact]
    public async Task Custom_headers_go_out_with_every_request()
    {
        var recorded = RecordingArchive.Rest("2.2.1").LoadInvocation("cli-traffic-list-headers-env");
        await using var server = new ReplayServer(recorded.Traffic);

        await ToolRun.WithVariablesAsync(recorded.Variables, "list", "-m", server.Address);

        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-One", "1").And.Contain("X-Two", "two words");
    }

    private static TheoryData<string, string> FindInvocations()
    {
        var found = new TheoryData<string, string>();
        foreach (var version in new[] { OldestVersion, "1.20.5", "2.2.1" })
        {
            // Submitting a job graph needs a JVM; our way of running a program is tested in RunTests.
            var names = RecordingArchive.Rest(version).Names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
            foreach (var name in names.Where(name => !name.StartsWith(Prefix + "run", StringComparison.Ordinal))) found.Add(version, name);
        }

        return found;
    }

    private static string[] Redirected(CliInvocation recorded, ReplayServer server) =>
        [.. recorded.Arguments.Select(argument => RecordedAddress().Replace(argument, server.Address))];

    private static string Comparable(string output, string version, CliInvocation recorded)
    {
        if (version != OldestVersion || recorded.Arguments[0] != "stop") return output;
        var lines = output.Split('\n').Where(line => !LinesSince119.Any(since => line.StartsWith(since, StringComparison.Ordinal)));
        return string.Join('\n', lines);
    }

    private static string BodyWithoutTriggerId(JsonElement? body)
    {
        var content = body is { } json ? JsonNode.Parse(json.GetRawText())!.AsObject() : [];
        content.Remove("triggerId");
        return content.ToJsonString();
    }

    [GeneratedRegex(@"127\.0\.0\.1:95\d\d")]
    private static partial Regex RecordedAddress();
}

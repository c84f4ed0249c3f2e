using SavepointCli.Testing.Http;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>What our requests have beyond those of Flink's client.</summary>
public sealed class MirroredVerbTests
{
    private const string RecordedAddress = "127.0.0.1:9520";

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
            await ToolRun.OfAsync([.. recorded.Arguments.Select(argument => argument.Replace(RecordedAddress, server.Address, StringComparison.Ordinal))]);
            ids.Add(server.Requests[0].Json!.Value.GetProperty("triggerId").GetString()!);
        }

        ids.Should().OnlyHaveUniqueItems().And.AllSatisfy(id => id.Should().MatchRegex("^[0-9a-f]{32}$"));
    }

    [Fact]
    public async Task Custom_headers_go_out_with_every_request()
    {
        var recorded = RecordingArchive.Rest("2.2.1").LoadInvocation("cli-traffic-list-headers-env");
        var variables = new Dictionary<string, string> { ["FLINK_REST_CLIENT_HEADERS"] = recorded.Variables["FLINK_REST_CLIENT_HEADERS"]! };
        await using var server = new ReplayServer(recorded.Traffic);

        await ToolRun.WithVariablesAsync(variables, "list", "-m", server.Address);

        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-One", "1").And.Contain("X-Two", "two words");
    }
}

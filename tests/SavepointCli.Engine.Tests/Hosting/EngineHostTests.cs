using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SavepointCli.Engine.Hosting;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Tests.Rest;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Hosting;

/// <summary>Starting and ending the process of a cluster.</summary>
public sealed class EngineHostTests
{
    [Theory]
    [InlineData("-D", "a=b")]
    [InlineData("-Da=b")]
    public void Settings_are_given_in_either_spelling(params string[] arguments) =>
        EngineArguments.Parse(arguments, null).Settings.Should().BeEquivalentTo(new Dictionary<string, string> { ["a"] = "b" });

    [Theory]
    [InlineData("unknown argument '--nope'", "--nope")]
    [InlineData("'-D' needs a value", "-D")]
    [InlineData("'nothing' is no setting", "-D", "nothing")]
    public void An_argument_that_is_not_understood_is_named(string message, params string[] arguments)
    {
        var parse = () => EngineArguments.Parse(arguments, null);

        parse.Should().Throw<SavepointException>().WithMessage(message).Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task The_ready_file_names_the_process_and_the_url_and_goes_away_at_the_end()
    {
        using var folder = new TempFolder();
        var path = folder["deep", "ready.json"];
        var arguments = EngineArguments.Parse(
            ["-D", "rest.port=0", "-D", $"web.tmpdir={folder.Path}", "--ready-file", path, "--log-file", folder["engine.log"]], null);
        await using (var host = await StartAsync(arguments))
        {
            using var ready = JsonDocument.Parse(await File.ReadAllBytesAsync(path));
            ready.RootElement.GetProperty("pid").GetInt32().Should().Be(Environment.ProcessId);
            ready.RootElement.GetProperty("logFile").GetString().Should().Be(folder["engine.log"]);
            var url = ready.RootElement.GetProperty("url").GetString()!;
            url.Should().MatchRegex("^http://127.0.0.1:[0-9]+$");
            using var client = new HttpClient();
            (await client.GetStringAsync(new Uri(url + "/config"))).Should().Contain("flink-version");
        }

        File.Exists(path).Should().BeFalse();
        Directory.GetFiles(folder["deep"]).Should().BeEmpty();
        (await File.ReadAllTextAsync(folder["engine.log"])).Should().Contain("listens at");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_sentence()
    {
        using var folder = new TempFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var start = () => StartAsync(EngineArguments.Parse(["-D", $"rest.port={port}", "-D", $"web.tmpdir={folder.Path}"], null));

        var fault = (await start.Should().ThrowAsync<SavepointException>()).Which;
        fault.Message.Should().Be($"port {port} of 127.0.0.1 is taken by another process");
        fault.ExitCode.Should().Be(ExitCode.Usage);
        Directory.EnumerateFileSystemEntries(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Arguments_win_over_the_configuration_file()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["config.yaml"], "rest.port: 1\nstate.savepoints.dir: file:///sp\ns3.secret-key: hidden");
        var arguments = EngineArguments.Parse(["-D", "rest.port=0", "-D", $"web.tmpdir={folder.Path}"], folder.Path);

        await using var host = await StartAsync(arguments);

        using var client = new HttpClient { BaseAddress = host.Url };
        using var settings = JsonDocument.Parse(await client.GetStringAsync(new Uri("/jobmanager/config", UriKind.Relative)));
        settings.RootElement.EnumerateArray().ToDictionary(entry => entry.GetProperty("key").GetString()!, entry => entry.GetProperty("value").GetString())
            .Should().Contain("rest.port", "0").And.Contain("state.savepoints.dir", "file:///sp").And.Contain("s3.secret-key", "******");
    }

    [Theory]
    [InlineData("rest.port", "70000")]
    [InlineData("rest.port", "x")]
    [InlineData("rest.async.store-duration", "5 parsecs")]
    public async Task A_value_that_is_not_understood_names_its_key(string key, string value)
    {
        using var folder = new TempFolder();
        var start = () => StartAsync(EngineArguments.Parse(["-D", "rest.port=0", "-D", $"web.tmpdir={folder.Path}", "-D", $"{key}={value}"], null));

        (await start.Should().ThrowAsync<SavepointException>()).WithMessage($"*'{key}'*'{value}'*").Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task A_client_can_end_the_cluster()
    {
        using var folder = new TempFolder();
        await using var host = await StartAsync(EngineArguments.Parse(["-D", "rest.port=0", "-D", $"web.tmpdir={folder.Path}"], null));
        using var client = new HttpClient { BaseAddress = host.Url };

        using var answer = await client.DeleteAsync(new Uri("/v1/cluster", UriKind.Relative));
        await host.WaitForShutdownAsync(CancellationToken.None);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Be("{}");
    }

    private static Task<EngineHost> StartAsync(EngineArguments arguments) =>
        EngineHost.StartAsync(arguments, services => services.AddSingleton<IEmbeddedCluster>(new FakeCluster()), CancellationToken.None);
}

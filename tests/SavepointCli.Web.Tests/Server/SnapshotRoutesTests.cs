using System.Net;
using System.Text.Json;
using SavepointCli.Storage;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Server;

/// <summary>The list of snapshots and what is said of each.</summary>
public sealed class SnapshotRoutesTests
{
    [Fact]
    public async Task Snapshots_of_all_configured_directories_are_listed_newest_first_with_the_job_that_took_them()
    {
        await using var cluster = await WebCluster.StartAsync("execution.checkpointing.num-retained=2");
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { programArgs = "--checkpoint-interval 100" });
        await WebCluster.UntilAsync(async () => (await cluster.GetAsync("/savepointctl/v1/snapshots")).GetProperty("total").GetInt32() >= 2);
        var savepoint = await cluster.SavepointAsync(job);

        var rows = (await cluster.GetAsync("/savepointctl/v1/snapshots")).GetProperty("snapshots").EnumerateArray().ToList();

        var row = rows.Single(one => one.GetProperty("path").GetString() == savepoint);
        row.GetProperty("job").GetString().Should().Be(job);
        row.GetProperty("jobName").GetString().Should().Be("counting");
        row.GetProperty("kind").GetString().Should().Be("canonical savepoint");
        row.GetProperty("bytes").GetInt64().Should().BePositive();
        rows.Select(one => one.GetProperty("modified").GetInt64()).Should().BeInDescendingOrder();
        rows.Select(one => one.GetProperty("name").GetString()).Should().Contain(name => name!.StartsWith("chk-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_list_is_paged_and_a_damaged_snapshot_is_listed_with_what_is_wrong()
    {
        const int copies = 300;
        await using var cluster = await WebCluster.StartAsync();
        var savepoint = FlinkPath.ToLocalPath(await cluster.SavepointAsync(await cluster.RunAsync(WebCluster.CountingJob, new { })));
        for (var i = 0; i < copies; i++)
        {
            cluster.Folder.CopyOf(savepoint, Path.Combine("savepoints", $"savepoint-abcdef-{i:x12}"));
        }

        var damaged = Path.Combine(cluster.Folder["savepoints"], "savepoint-abcdef-000000000000", "_metadata");
        await File.WriteAllBytesAsync(damaged, [1, 2, 3]);

        var page = await cluster.GetAsync("/savepointctl/v1/snapshots?offset=290&limit=20");
        var filtered = await cluster.GetAsync("/savepointctl/v1/snapshots?filter=ABCDEF-000000000000");

        page.GetProperty("total").GetInt32().Should().Be(copies + 1);
        page.GetProperty("snapshots").GetArrayLength().Should().Be(11);
        var bad = filtered.GetProperty("snapshots").EnumerateArray().Single();
        bad.GetProperty("fault").GetString().Should().Contain("_metadata");
        bad.GetProperty("kind").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("snapshot")]
    [InlineData("snapshot?path=/nowhere")]
    [InlineData("snapshot?path=s3://bucket/x")]
    [InlineData("entries?path=/nowhere")]
    [InlineData("entries?path=%00")]
    public async Task What_cannot_be_read_is_refused_in_one_sentence(string request)
    {
        await using var cluster = await WebCluster.StartAsync();

        using var answer = await cluster.Client.GetAsync(new Uri($"/savepointctl/v1/{request}", UriKind.Relative));

        ((int)answer.StatusCode).Should().BeInRange(400, 404);
        (await answer.Content.ReadAsStringAsync()).Should().StartWith("{\"errors\":[\"").And.NotContain("\\tat ");
        answer.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse();
    }

    [Fact]
    public async Task Pages_of_entries_follow_each_other_without_gap()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { programArgs = "--rate 500" });
        var path = Uri.EscapeDataString(await cluster.SavepointOfAllWordsAsync(job));
        var seen = new List<string>();

        for (long? skip = 0; skip is not null;)
        {
            var page = await cluster.GetAsync($"/savepointctl/v1/entries?state=count&limit=2&skip={skip}&path={path}");
            seen.AddRange(page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("key").GetString()!));
            skip = page.GetProperty("next") is { ValueKind: JsonValueKind.Number } next ? next.GetInt64() : null;
        }

        seen.Should().BeEquivalentTo("\"apple\"", "\"banana\"", "\"cherry\"", "\"date\"", "\"elderberry\"");
    }

    [Fact]
    public async Task Pages_of_strangers_get_nothing()
    {
        await using var cluster = await WebCluster.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/savepointctl/v1/session", UriKind.Relative));
        request.Headers.Add("Origin", "http://evil.example");

        using var answer = await cluster.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }
}

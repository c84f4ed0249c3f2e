using System.Globalization;
using Microsoft.Playwright;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>Looking into a savepoint.</summary>
[Collection(BrowserTests.Name)]
public sealed class SnapshotViewTests(Browser browser)
{
    [BrowserFact]
    public async Task Operators_sizes_skew_and_entries_are_shown_and_keys_found()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { programArgs = "--rate 500" });
        var savepoint = await cluster.SavepointOfAllWordsAsync(job);
        await using var user = await browser.OpenAsync(cluster.Url);

        await user.GoToAsync("/savepoints");
        await user.Link(Path.GetFileName(savepoint)).ClickAsync();

        await user.Page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "times the mean" }).WaitForAsync();
        (await user.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Operators of the snapshot" }).InnerTextAsync())
            .Should().Contain("words").And.Contain("counter").And.Contain("last-places");
        await user.Field("State").SelectOptionAsync("count");
        var key = user.Page.GetByRole(AriaRole.Searchbox);
        await key.FillAsync("apple");
        await user.Button("Show entries").ClickAsync();
        await user.Page.GetByText("1 entry shown").WaitForAsync();
        var row = user.Page.GetByRole(AriaRole.Table, new PageGetByRoleOptions { Name = "Entries" }).Locator("tbody tr");
        (await row.InnerTextAsync()).Should().Contain("\"apple\"")
            .And.Contain((await cluster.CountAsync(savepoint, "apple")).ToString(CultureInfo.InvariantCulture));

        await user.Field("Keys that hold this text").CheckAsync();
        await key.FillAsync("RR");
        await user.Button("Show entries").ClickAsync();
        await user.Page.GetByText("2 entries shown").WaitForAsync();
        user.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_snapshot_that_is_not_there_is_said_so()
    {
        await using var cluster = await WebCluster.StartAsync();
        await using var user = await browser.OpenAsync(cluster.Url);

        await user.GoToAsync($"/snapshot?path={cluster.Folder["none"]}");

        (await user.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain("Cannot find checkpoint or savepoint");
    }

    [BrowserFact]
    public async Task A_preview_names_what_would_be_dropped_and_that_it_would_be_refused()
    {
        await using var cluster = await WebCluster.StartAsync();
        var savepoint = await cluster.SavepointAsync(await cluster.RunAsync(WebCluster.CountingJob, new { }));
        await using var user = await browser.OpenAsync(cluster.Url);

        await user.GoToAsync($"/submit?savepoint={savepoint}");
        await user.Field("Upload").SetInputFilesAsync(WebCluster.TestPrograms);
        await user.Page.GetByText("Uploaded SavepointCli.TestPrograms.dll.").WaitForAsync();
        await user.Field("Entry class").FillAsync("SavepointCli.TestPrograms.WellBehaved");
        await user.Button("Preview the restore").ClickAsync();
        var refusal = user.Page.GetByText("It would be refused.");
        await refusal.WaitForAsync();
        (await user.Page.Locator("main").InnerTextAsync()).Should().Contain("RST-UNMAPPED").And.MatchRegex("0 operators restored, 3 new, [23] dropped");

        await user.Field("Allow non-restored state").CheckAsync();
        await user.Button("Preview the restore").ClickAsync();
        await refusal.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await user.Page.Locator(".state.dropped").First.WaitForAsync();
        user.Complaints.Should().BeEmpty();
    }
}

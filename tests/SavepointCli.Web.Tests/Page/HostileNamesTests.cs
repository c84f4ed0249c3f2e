using Microsoft.Playwright;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>Names that users choose stay text, whatever they hold.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostileNamesTests(Browser browser)
{
    private const string Markup = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    [BrowserFact]
    public async Task Markup_in_names_of_jobs_operators_states_and_keys_is_shown_as_it_is_written()
    {
        await using var cluster = await WebCluster.StartAsync("engine.compat=2.2");
        var job = await cluster.RunAsync(WebCluster.TestPrograms, new { entryClass = "SavepointCli.TestPrograms.HostileNames" });
        await WebCluster.UntilAsync(async () => await HostileKeysAsync(cluster, await cluster.SavepointAsync(job)) > 0);
        var savepoint = await cluster.SavepointAsync(job);
        await using var user = await browser.OpenAsync(cluster.Url);

        await SeesAsync(user, "/jobs", $"job {Markup}");
        await SeesAsync(user, $"/jobs/{job}", $"job {Markup}", $"counter {Markup}");
        await SeesAsync(user, "/savepoints", $"job {Markup}");
        await SeesAsync(user, $"/snapshot?path={savepoint}", $"counter uid {Markup}", $"state {Markup}");
        await user.Button("Show entries").ClickAsync();
        await user.Page.GetByText("that is all").WaitForAsync();
        (await user.Page.Locator("main").InnerTextAsync()).Should().Contain($"0{Markup.Replace("\"", "\\\"", StringComparison.Ordinal)}");
        await SeesAsync(user, $"/submit?savepoint={Uri.EscapeDataString(Markup)}");
        user.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Markup_in_the_address_of_a_view_is_shown_as_it_is_written()
    {
        await using var cluster = await WebCluster.StartAsync();
        await using var user = await browser.OpenAsync(cluster.Url);

        await SeesAsync(user, $"/snapshot?path={Uri.EscapeDataString("/" + Markup)}", Markup);
        await SeesAsync(user, $"/jobs/{Uri.EscapeDataString(Markup)}", "That did not work");
        user.Complaints.Should().BeEmpty();
    }

    private static async Task<int> HostileKeysAsync(WebCluster cluster, string savepoint) =>
        (await cluster.GetAsync($"/savepointctl/v1/entries?part=img&path={Uri.EscapeDataString(savepoint)}")).GetProperty("entries").GetArrayLength();

    private static async Task SeesAsync(BrowserPage user, string view, params string[] texts)
    {
        await user.GoToAsync(view);
        foreach (var text in texts)
        {
            await user.Page.Locator("main").GetByText(text).Filter(new LocatorFilterOptions { Visible = true }).First.WaitForAsync();
        }

        (await user.Page.EvaluateAsync<bool>("() => window.hacked === undefined")).Should().BeTrue();
        (await user.Page.Locator("main img, main script").CountAsync()).Should().Be(0);
    }
}

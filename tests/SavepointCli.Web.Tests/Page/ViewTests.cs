using Microsoft.Playwright;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>Every view, narrow and wide, light and dark: nothing sticks out, nobody is shut out, and a picture is kept to be looked at.</summary>
[Collection(BrowserTests.Name)]
public sealed class ViewTests(Browser browser)
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");
    private static readonly string Accessibility = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scripts", "accessibility.js"));

    public static TheoryData<int, int, ColorScheme> Screens { get; } = new()
    {
        { 360, 740, ColorScheme.Light }, { 360, 740, ColorScheme.Dark }, { 1920, 1080, ColorScheme.Light }, { 1920, 1080, ColorScheme.Dark },
    };

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public async Task All_views_fit_and_are_accessible(int width, int height, ColorScheme scheme)
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(
            WebCluster.CountingJob, new { parallelism = 2, programArgs = $"--rate 500 --checkpoint-interval 200 --output {cluster.Folder["output"]}" });
        await cluster.RunAsync(WebCluster.TestPrograms, new { entryClass = "SavepointCli.TestPrograms.HostileNames" });
        var savepoint = await cluster.SavepointAsync(job);
        await using var user = await browser.OpenAsync(cluster.Url, width, height, scheme);
        var findings = new List<string>();

        async Task LookAsync(string view)
        {
            var all = await user.Page.EvaluateAsync<string[]>(Accessibility);
            findings.AddRange(all.Select(finding => $"{view}: {finding}"));
            await user.Page.EvaluateAsync("() => scrollTo(0, 0)");
            await user.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Pictures, $"{view}-{width}-{scheme.ToString().ToLowerInvariant()}.png"),
                FullPage = true,
            });
        }

        await user.GoToAsync("/jobs");
        await user.Link("counting").WaitForAsync();
        await LookAsync("jobs");
        await user.GoToAsync($"/jobs/{job}");
        await user.Page.Locator(".chart").First.WaitForAsync();
        await user.Button("Take a savepoint").ClickAsync();
        await BrowserPage.OutcomeAsync(user.Form("Savepoint"));
        await LookAsync("job");
        await user.Button("Cancel the job").ClickAsync();
        await LookAsync("dialog");
        await user.GoToAsync($"/submit?savepoint={savepoint}");
        await user.Field("Program").SelectOptionAsync(new SelectOptionValue { Label = "SavepointCli.Examples.Counting.dll" });
        await user.Button("Preview the restore").ClickAsync();
        await user.Page.Locator(".state.restored").First.WaitForAsync();
        await LookAsync("submit");
        await user.GoToAsync("/savepoints");
        await user.Link(Path.GetFileName(savepoint)).WaitForAsync();
        await LookAsync("savepoints");
        await user.GoToAsync($"/snapshot?path={savepoint}");
        await user.Button("Show entries").ClickAsync();
        await user.Page.GetByText("that is all").WaitForAsync();
        await LookAsync("snapshot");

        findings.Should().BeEmpty();
        user.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_page_that_may_not_act_offers_nothing_to_act_with()
    {
        await using var cluster = await WebCluster.StartAsync("engine.action-token=secret");
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { });
        await using var user = await browser.OpenAsync(cluster.Url);

        // What a browser on another machine is told.
        await user.Page.RouteAsync("**/savepointctl/v1/session", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions
            {
                Response = answer,
                Body = (await answer.TextAsync()).Replace("\"mayAct\":true", "\"mayAct\":false", StringComparison.Ordinal),
            });
        });

        await user.GoToAsync($"/jobs/{job}");
        await user.Page.GetByText("Read only: this page may not act.").WaitForAsync();
        (await user.Button("Take a savepoint").IsVisibleAsync()).Should().BeFalse();
        (await user.Field("Token").GetAttributeAsync("type")).Should().Be("password");
        await user.GoToAsync("/submit");
        await user.Page.GetByText("Read only: this page may not act.").WaitForAsync();
    }
}

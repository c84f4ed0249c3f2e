using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>The page without a mouse.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Browser browser)
{
    private const string Focused = "() => { const at = document.activeElement; return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent.trim(); }";
    private const string HasOutline = "() => getComputedStyle(document.activeElement).outlineStyle !== 'none'";

    [BrowserFact]
    public async Task A_savepoint_is_taken_and_the_job_cancelled_with_the_keyboard_alone()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { });
        await using var user = await browser.OpenAsync(cluster.Url);

        await user.GoToAsync("/jobs");
        await user.Link("counting").WaitForAsync();
        await TabToAsync(user, "counting");
        await user.Page.Keyboard.PressAsync("Enter");
        await user.Form("Savepoint").WaitForAsync();
        await TabToAsync(user, "Take a savepoint");
        await user.Page.Keyboard.PressAsync("Enter");
        (await BrowserPage.OutcomeAsync(user.Form("Savepoint"))).Should().StartWith("Savepoint taken: ");
        await TabToAsync(user, "Cancel the job");
        await user.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(user, "Cancel the job");
        await user.Page.Keyboard.PressAsync("Enter");
        (await BrowserPage.OutcomeAsync(user.Form("Cancel"))).Should().Be("The job is canceled.");
    }

    [BrowserFact]
    public async Task The_focus_stays_where_it_is_while_the_view_goes_on_living()
    {
        await using var cluster = await WebCluster.StartAsync();
        await cluster.RunAsync(WebCluster.CountingJob, new { });
        await using var user = await browser.OpenAsync(cluster.Url);
        await user.GoToAsync("/jobs");
        await user.Link("counting").FocusAsync();

        for (var i = 0; i < 3; i++)
        {
            await user.Page.WaitForResponseAsync(response => response.Url.EndsWith("/jobs", StringComparison.Ordinal));
        }

        (await user.Page.EvaluateAsync<string>(Focused)).Should().Be("counting");
    }

    [BrowserFact]
    public async Task The_graph_moves_and_zooms_with_keys()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { });
        await using var user = await browser.OpenAsync(cluster.Url);
        await user.GoToAsync($"/jobs/{job}");
        await user.Page.Locator("svg .node").First.WaitForAsync();
        var world = user.Page.Locator(".graph svg > g");

        await user.Page.Locator(".graph").FocusAsync();
        var seen = new HashSet<string> { (await world.GetAttributeAsync("transform"))! };
        foreach (var key in new[] { "ArrowLeft", "ArrowUp", "+", "-", "-" })
        {
            var before = await world.GetAttributeAsync("transform");
            await user.Page.Keyboard.PressAsync(key);
            await user.Page.WaitForFunctionAsync("before => document.querySelector('.graph svg > g').getAttribute('transform') !== before", before);
            seen.Add((await world.GetAttributeAsync("transform"))!);
        }

        seen.Should().HaveCountGreaterThan(4);
    }

    /// <summary>Presses Tab until the focus is there, and sees on the way that it always shows.</summary>
    private static async Task TabToAsync(BrowserPage user, string name)
    {
        const int most = 60;
        for (var i = 0; i < most; i++)
        {
            await user.Page.Keyboard.PressAsync("Tab");
            var focused = await user.Page.EvaluateAsync<string>(Focused);
            if (focused.Length > 0)
            {
                (await user.Page.EvaluateAsync<bool>(HasOutline)).Should().BeTrue(focused);
            }

            if (focused == name)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Tab does not lead to '{name}'");
    }
}

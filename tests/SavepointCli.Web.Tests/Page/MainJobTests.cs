using Microsoft.Playwright;
using SavepointCli.Storage;
using SavepointCli.Web.Tests.Support;

namespace SavepointCli.Web.Tests.Page;

/// <summary>What an operator who would rather look than type does, from the upload to the disposal.</summary>
[Collection(BrowserTests.Name)]
public sealed class MainJobTests(Browser browser)
{
    [BrowserFact]
    public async Task A_job_is_submitted_saved_cancelled_and_resumed_and_its_savepoint_disposed_of()
    {
        await using var cluster = await WebCluster.StartAsync();
        await using var user = await browser.OpenAsync(cluster.Url);
        var job = await SubmitAsync(cluster, user);
        await SeeItRunAsync(user, job);

        await user.Button("Take a savepoint").ClickAsync();
        var savepoint = await LocationAsync(user, "Savepoint");
        Directory.Exists(FlinkPath.ToLocalPath(savepoint)).Should().BeTrue();
        await user.Page.Locator(".chart .savepoint").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        (await CancelAsync(user, job)).Should().Be("The job is canceled.");

        await ResumeAsync(user, savepoint, cluster.Folder["output"]);
        var next = await JobOfAsync(user);
        next.Should().NotBe(job);
        await CountsCarryOnAsync(cluster, savepoint, next);

        (await DisposeAsync(user, savepoint)).Should().Contain("RST-INUSE").And.Contain(next);
        Directory.Exists(FlinkPath.ToLocalPath(savepoint)).Should().BeTrue();
        await user.Page.Locator(".state.in-use").First.WaitForAsync();
        await CancelAsync(user, next);
        (await DisposeAsync(user, savepoint)).Should().StartWith("Disposed: ");
        Directory.Exists(FlinkPath.ToLocalPath(savepoint)).Should().BeFalse();
        user.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_job_is_stopped_with_a_savepoint_in_a_directory_of_the_users_choice()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { parallelism = 2 });
        await using var user = await browser.OpenAsync(cluster.Url);
        var form = user.Form("Stop");

        await user.GoToAsync($"/jobs/{job}");
        await form.GetByLabel("Directory").FillAsync(cluster.Folder["elsewhere"]);
        await form.GetByLabel("Drain").CheckAsync();
        await form.GetByRole(AriaRole.Button).ClickAsync();
        var location = await LocationAsync(user, "Stop");

        location.Should().StartWith($"file:{cluster.Folder["elsewhere"]}/savepoint-");
        await user.Page.Locator("main .head").GetByText("finished").WaitForAsync();
        user.Complaints.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task What_an_action_could_not_do_is_said_beside_its_button()
    {
        await using var cluster = await WebCluster.StartAsync();
        var job = await cluster.RunAsync(WebCluster.CountingJob, new { });
        await using var user = await browser.OpenAsync(cluster.Url);
        var form = user.Form("Savepoint");

        await user.GoToAsync($"/jobs/{job}");
        await form.GetByLabel("Directory").FillAsync("s3://bucket/x");
        await user.Button("Take a savepoint").ClickAsync();

        (await BrowserPage.OutcomeAsync(form)).Should().Contain("s3");
        await user.Page.Locator(".chart .failed").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    private static async Task<string> SubmitAsync(WebCluster cluster, BrowserPage user)
    {
        await user.GoToAsync("/submit");
        await user.Field("Upload").SetInputFilesAsync(WebCluster.CountingJob);
        await user.Page.GetByText("Uploaded SavepointCli.Examples.Counting.dll.").WaitForAsync();
        await user.Field("Arguments").FillAsync($"--rate 200 --output {cluster.Folder["output"]}");
        await user.Field("Parallelism").FillAsync("2");
        await user.Button("Submit").ClickAsync();
        return await JobOfAsync(user);
    }

    private static async Task SeeItRunAsync(BrowserPage user, string job)
    {
        await user.GoToAsync("/jobs");
        var row = user.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = job });
        await row.GetByText("running", new LocatorGetByTextOptions { Exact = true }).WaitForAsync();
        await row.GetByText("4 of 4").WaitForAsync();
        await row.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "counting" }).ClickAsync();
        await user.Page.Locator("svg .node").Nth(1).WaitForAsync();
    }

    private static async Task ResumeAsync(BrowserPage user, string savepoint, string output)
    {
        await user.GoToAsync("/savepoints");
        await user.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = Path.GetFileName(savepoint) })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Resume from it" }).ClickAsync();
        await user.Field("Arguments").FillAsync($"--rate 200 --output {output}");
        await user.Field("Allow non-restored state").CheckAsync();
        await user.Button("Preview the restore").ClickAsync();
        await user.Page.GetByText("3 operators restored, 0 new, 0 dropped.").WaitForAsync();
        await user.Button("Submit").ClickAsync();
    }

    private static async Task CountsCarryOnAsync(WebCluster cluster, string before, string job)
    {
        var count = await cluster.CountAsync(before, "apple");
        count.Should().BePositive();
        await WebCluster.UntilAsync(async () => (await cluster.GetAsync($"/jobs/{job}")).GetProperty("vertices").EnumerateArray()
            .All(vertex => vertex.GetProperty("status").GetString() == "RUNNING"));
        await WebCluster.UntilAsync(async () => await cluster.CountAsync(await cluster.SavepointAsync(job), "apple") > count);
    }

    private static async Task<string> CancelAsync(BrowserPage user, string job)
    {
        await user.GoToAsync($"/jobs/{job}");
        await user.Button("Cancel the job").ClickAsync();
        await user.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel the job" }).ClickAsync();
        return await BrowserPage.OutcomeAsync(user.Form("Cancel"));
    }

    private static async Task<string> DisposeAsync(BrowserPage user, string savepoint)
    {
        await user.GoToAsync("/savepoints");
        await user.Button($"Dispose {Path.GetFileName(savepoint)}").ClickAsync();
        await user.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Dispose" }).ClickAsync();
        return await BrowserPage.OutcomeAsync(user.Page.Locator("main"));
    }

    private static async Task<string> JobOfAsync(BrowserPage user)
    {
        await user.Page.GetByText("The job was started:").WaitForAsync();
        return await user.Page.Locator(".submit-bar .outcome a").InnerTextAsync();
    }

    private static async Task<string> LocationAsync(BrowserPage user, string form)
    {
        await BrowserPage.OutcomeAsync(user.Form(form));
        return await user.Form(form).Locator(".outcome a").First.InnerTextAsync();
    }
}

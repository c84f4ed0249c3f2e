using Microsoft.Playwright;

namespace SavepointCli.Web.Tests.Support;

/// <summary>The web page as a user has it before them, with everything that the browser complained about.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private const float Patience = 30_000;

    private readonly IBrowserContext _context;
    private readonly Uri _cluster;
    private readonly List<string> _complaints = [];

    private BrowserPage(IBrowserContext context, IPage page, Uri cluster)
    {
        _context = context;
        _cluster = cluster;
        Page = page;
        page.Console += (_, message) =>
        {
            // A refusal that the page shows is no complaint of the page's.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, fault) => _complaints.Add(fault);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(cluster.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                _complaints.Add($"external request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Scripts that failed, violations of the content security policy, and requests that left the machine.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<BrowserPage> OpenAsync(IBrowserContext context, Uri cluster)
    {
        context.SetDefaultTimeout(Patience);
        return new BrowserPage(context, await context.NewPageAsync(), cluster);
    }

    /// <summary>Opens a view by its address behind the hash, and waits for its heading.</summary>
    public async Task GoToAsync(string view)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"{_cluster.GetLeftPart(UriPartial.Authority)}/#{view}");
        await Page.Locator("main h1").WaitForAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name });

    public ILocator Field(string label) => Page.GetByLabel(label).And(Page.Locator("input, select"));

    /// <summary>A form by its name: what is inside of it, its outcome included.</summary>
    public ILocator Form(string name) => Page.GetByRole(AriaRole.Form, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>What an action said in the end, good or bad.</summary>
    public static async Task<string> OutcomeAsync(ILocator within)
    {
        var outcome = within.Locator(".outcome.done, .outcome.failed").First;
        await outcome.WaitForAsync();
        return await outcome.InnerTextAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}

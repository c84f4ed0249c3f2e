using Microsoft.Playwright;

namespace SavepointCli.Web.Tests.Support;

/// <summary>The system's Chromium, started once for all tests of the collection; every test has a profile of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Variable = "SAVEPOINTCTL_CHROMIUM";

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Executable { get; } = Environment.GetEnvironmentVariable(Variable) ?? Array.Find(UsualPlaces, File.Exists);

    public async Task InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            ChromiumSandbox = false, // containers run tests as root, where it cannot work
        });
    }

    /// <summary>A new page in a new profile.</summary>
    internal async Task<BrowserPage> OpenAsync(Uri cluster, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await BrowserPage.OpenAsync(context, cluster);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

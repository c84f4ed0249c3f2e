namespace SavepointCli.Web.Tests.Support;

/// <summary>A test that needs a browser. Where there is none it is skipped and says so; the gate installs one.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null)
        {
            Skip = $"no Chromium on this machine: install the package chromium, or name one with {Browser.Variable}";
        }
    }
}

namespace SavepointCli.Web.Tests.Support;

/// <summary>The tests that share the one browser; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}

using SavepointCli.Cluster.Rest;

namespace SavepointCli.Cluster.Tests.Rest;

public sealed class EnvironmentProxyTests
{
    [Theory]
    [InlineData("http://cluster:8081", "http_proxy=proxy:3128", "http://proxy:3128/")]
    [InlineData("http://cluster:8081", "HTTP_PROXY=http://proxy:3128", "http://proxy:3128/")]
    [InlineData("http://cluster:8081", "http_proxy=lower:1;HTTP_PROXY=upper:2", "http://lower:1/")]
    [InlineData("https://cluster", "http_proxy=proxy:3128", null)]
    [InlineData("https://cluster", "https_proxy=proxy:3128", "http://proxy:3128/")]
    [InlineData("https://cluster", "all_proxy=socks5://proxy:1080", "socks5://proxy:1080/")]
    [InlineData("http://localhost:8081", "http_proxy=proxy:3128", null)]
    [InlineData("http://127.0.0.1:8081", "http_proxy=proxy:3128", null)]
    [InlineData("http://cluster:8081", "http_proxy=proxy:3128;no_proxy=*", null)]
    [InlineData("http://cluster:8081", "http_proxy=proxy:3128;no_proxy=other, cluster", null)]
    [InlineData("http://a.example.com:8081", "http_proxy=proxy:3128;NO_PROXY=.example.com", null)]
    [InlineData("http://a.example.com:8081", "http_proxy=proxy:3128;NO_PROXY=example.com:8081", null)]
    [InlineData("http://a.example.com:8082", "http_proxy=proxy:3128;NO_PROXY=example.com:8081", "http://proxy:3128/")]
    [InlineData("http://notexample.com", "http_proxy=proxy:3128;NO_PROXY=example.com", "http://proxy:3128/")]
    [InlineData("http://cluster:8081", "", null)]
    public void The_environment_says_which_proxy_is_used(string destination, string variables, string? proxy)
    {
        var environment = Of(variables);

        (environment?.GetProxy(new Uri(destination))?.ToString()).Should().Be(proxy);
    }

    [Fact]
    public void A_user_of_the_proxy_becomes_its_credentials()
    {
        var proxy = Of("http_proxy=http://me:pass%20word@proxy:3128")!;

        var credentials = proxy.Credentials!.GetCredential(new Uri("http://me:pass%20word@proxy:3128"), "Basic")!;
        credentials.UserName.Should().Be("me");
        credentials.Password.Should().Be("pass word");
    }

    [Fact]
    public void A_value_that_is_no_proxy_is_not_shown()
    {
        var reading = () => Of("http_proxy=ftp://me:secret@proxy");

        reading.Should().Throw<SavepointException>().Which.Message.Should().Contain("http_proxy").And.NotContain("secret");
    }

    private static EnvironmentProxy? Of(string variables) => EnvironmentProxy.Of(
        variables.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]));
}

using SavepointCli.Cluster.Discovery;

namespace SavepointCli.Cluster.Tests.Discovery;

public sealed class ClusterAddressTests
{
    [Theory]
    [InlineData("localhost:8081", "http://localhost:8081/")]
    [InlineData("10.0.0.7:1", "http://10.0.0.7:1/")]
    [InlineData(":9120", "http://127.0.0.1:9120/")]
    [InlineData("http://h:1/a/b", "http://h:1/a/b/")]
    [InlineData("https://h:443", "https://h/")]
    [InlineData("https://flink.example.com", "https://flink.example.com/")]
    [InlineData("[::1]:9120", "http://[::1]:9120/")]
    public void An_address_is_host_and_port_or_a_URL(string text, string root)
    {
        ClusterAddress.Parse(text).Root.AbsoluteUri.Should().Be(root);
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:abc")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("ftp://h:1")]
    [InlineData("a b:1")]
    public void Anything_else_is_wrong_usage(string text)
    {
        var parsing = () => ClusterAddress.Parse(text);

        parsing.Should().Throw<SavepointException>().Which.ExitCode.Should().Be(ExitCode.Usage);
    }
}

using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Tests.Configuration;

public sealed class NestedConfigurationFormatTests
{
    [Fact]
    public void Nested_keys_are_joined_by_dots_and_flat_ones_may_stand_beside_them()
    {
        var settings = NestedConfigurationFormat.Parse(
            """
            # the REST endpoint
            rest:
              address: "host # not a comment"
              port: 8085   # a comment
            state:
              checkpoints:
                dir: 'file:///a'
              backend:
                type: rocksdb
            execution.target: remote
            env:
              java:
                opts:
                  - one
                  - two
            url: http://a:1/b
            """,
            "config.yaml");

        settings.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["rest.address"] = "host # not a comment",
            ["rest.port"] = "8085",
            ["state.checkpoints.dir"] = "file:///a",
            ["state.backend.type"] = "rocksdb",
            ["execution.target"] = "remote",
            ["env.java.opts"] = "[one, two]",
            ["url"] = "http://a:1/b",
        });
    }

    [Theory]
    [InlineData("a: 1\nb 2\n", "config.yaml, line *: *")]
    [InlineData("rest:\n  port: [1\n x: {\n", "config.yaml, line *: *")]
    [InlineData("a: 1\nA: &x 2\nb: *x\n", "config.yaml, line 3: an alias; write the value out")]
    [InlineData("- a\n", "config.yaml: no 'key: value'")]
    [InlineData("a.b: 1\na:\n  b: 2\n", "config.yaml: the key 'a.b' for the second time")]
    [InlineData("a: 1\na: 2\n", "config.yaml, line 2: the key 'a' for the second time")]
    public void What_cannot_be_understood_is_refused_with_its_line(string text, string message)
    {
        var parsing = () => NestedConfigurationFormat.Parse(text, "config.yaml");

        parsing.Should().Throw<SavepointException>().WithMessage(message).Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("rest:\n  address:\n  port: ~\n")]
    public void What_sets_nothing_is_no_error(string text)
    {
        NestedConfigurationFormat.Parse(text, "config.yaml").Should().BeEmpty();
    }
}

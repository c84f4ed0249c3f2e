using SavepointCli.Engine.Hosting;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Hosting;

/// <summary>Flink's configuration files.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Nested_and_flat_keys_lists_quotes_and_comments_of_config_yaml_are_read()
    {
        File.WriteAllText(_folder["config.yaml"], """
            # the cluster
            rest:
              port: 9999      # not the default
              address: "local host # no comment"
            execution.checkpointing:
              savepoint-dir: 'file:///it''s here'
              interval: 5 min
            env.java.opts.all: --add-opens=a=b --x:y
            pipeline.jars:
              - a.jar
              - "b.jar"
            "quoted.key": 1
            unset: null
            empty:
            ---
            """);

        Read().Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["rest.port"] = "9999",
            ["rest.address"] = "local host # no comment",
            ["execution.checkpointing.savepoint-dir"] = "file:///it's here",
            ["execution.checkpointing.interval"] = "5 min",
            ["env.java.opts.all"] = "--add-opens=a=b --x:y",
            ["pipeline.jars"] = "[a.jar, b.jar]",
            ["quoted.key"] = "1",
        });
    }

    [Theory]
    [InlineData("a: 1\na: 2", "line 2 sets 'a' a second time")]
    [InlineData("a: 1\n  b: 2", "line 2 is indented below 'a', which has a value already")]
    [InlineData("no colon here", "line 1 is no 'key: value'")]
    [InlineData("- item", "line 1 is an item of no list")]
    [InlineData("a: |\n  text", "line 1 uses a form of YAML that is not read here")]
    [InlineData("a: \"open", "line 1 has a quotation mark that is not closed")]
    [InlineData("a:\n\tb: 1", "line 2 is indented with a tab")]
    public void A_line_that_is_not_understood_is_named(string text, string what)
    {
        File.WriteAllText(_folder["config.yaml"], text);
        var read = Read;

        read.Should().Throw<SavepointException>().WithMessage($"{_folder["config.yaml"]}: {what}")
            .Which.ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public void The_older_file_wins_and_is_no_YAML()
    {
        File.WriteAllText(_folder["config.yaml"], "rest.port: 1");
        File.WriteAllText(_folder["flink-conf.yaml"], "rest.port: 2\nrest.port: 3 # last\nno separator\n  state.savepoints.dir: file:///x: y\nempty: \n");

        Read().Should().BeEquivalentTo(new Dictionary<string, string> { ["rest.port"] = "3", ["state.savepoints.dir"] = "file:///x: y" });
    }

    [Fact]
    public void A_directory_without_file_sets_nothing_and_a_missing_directory_is_refused()
    {
        Read().Should().BeEmpty();
        var read = () => ConfigurationFile.Read(_folder["none"]);

        read.Should().Throw<SavepointException>().WithMessage("*none does not exist");
    }

    [Fact]
    public void A_file_of_a_megabyte_and_more_is_not_read()
    {
        File.WriteAllText(_folder["config.yaml"], new string('#', (1 << 20) + 1));
        var read = Read;

        read.Should().Throw<SavepointException>().WithMessage("*has 1048577 bytes*");
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyDictionary<string, string> Read() => ConfigurationFile.Read(_folder.Path).Values;
}

using SavepointCli.Commands;
using SavepointCli.Reference;
using SavepointCli.Testing;

namespace SavepointCli.Tests.Reference;

public sealed class ReferenceFilesTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Fixtures.Root, "..", ".."));

    private static readonly CommandPage Root = CommandPage.Of(CommandTree.Create(
        new CommandContext(TextWriter.Null, TextWriter.Null, TimeProvider.System, new Dictionary<string, string>())));

    public static TheoryData<string> Files { get; } = [.. ReferenceFiles.Of(Root).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_committed_file_is_what_the_tool_makes_of_itself(string path)
    {
        var content = ReferenceFiles.Of(Root).Single(file => file.Path == path).Content;

        File.ReadAllText(Path.Combine(Repository, path)).Should().Be(content, "dotnet run --project src/SavepointCli -- reference . makes it anew");
    }

    [Theory]
    [InlineData("packaging/man")]
    [InlineData("packaging/completions")]
    public void No_file_is_left_of_a_verb_that_is_gone(string folder)
    {
        var committed = Directory.EnumerateFiles(Path.Combine(Repository, folder)).Select(file => $"{folder}/{Path.GetFileName(file)}");

        committed.Should().BeSubsetOf(ReferenceFiles.Of(Root).Select(file => file.Path));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _savepointctl savepointctl")]
    [InlineData("zsh", "#compdef savepointctl")]
    [InlineData("fish", "complete -c savepointctl")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName savepointctl")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName savepointctl")]
    public async Task A_completion_script_knows_verbs_and_options(string shell, string words)
    {
        var run = await ToolRun.OfAsync("completion", shell);

        run.Output.Should().Contain(words).And.Contain("savepoint").And.Contain("--fromSavepoint").And.Contain("set-context");
        run.Output.Should().NotContain("run-application", "hidden verbs stay hidden");
    }

    [Fact]
    public async Task A_shell_that_is_not_known_is_wrong_usage()
    {
        (await ToolRun.OfAsync("completion", "tcsh")).ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public async Task Help_lists_every_variable()
    {
        (await ToolRun.OfAsync("help", "environment")).Output.Should().Contain("SAVEPOINTCTL_CLUSTER").And.Contain("FLINK_CONF_DIR");
    }
}

using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>Command lines that <c>bin/flink</c> refuses while it reads them: we refuse them, too, and in its words.</summary>
public sealed class ArgumentErrorTests
{
    private const string FlinksHint = "Use the help option (-h or --help) to get help on the command.";

    /// <summary>Where we part, each for a reason given in docs/reference/differences.md.</summary>
    private static readonly string[] Different =
    [
        "info-jar-missing", "info-no-jar", // there is no info without a JVM
        "run-jar-garbage", // the cluster opens the program, not we
        "run-jar-directory", // names a directory of another machine
        "run-ambiguous-partial-option", // names options that we do not have
        "run-bad-classpath-url", // no way to hand a class path to a cluster
        "run-no-jar", // says assembly as well
    ];

    public static TheoryData<string, string> Refused { get; } = FindRefused();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_Flink_refuses_is_refused_in_its_words(string version, string name)
    {
        var recorded = RecordingArchive.Cli(version).LoadInvocation(name);
        var message = recorded.Output.Split('\n').First(line => !line.StartsWith("DEPRECATION", StringComparison.Ordinal));

        var run = await ToolRun.OfAsync([.. recorded.Arguments]);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Error.Should().StartWith($"error: {message.TrimEnd('.')}");
    }

    private static TheoryData<string, string> FindRefused()
    {
        var found = new TheoryData<string, string>();
        foreach (var version in new[] { "1.20.5", "2.2.1" })
        {
            var archive = RecordingArchive.Cli(version);
            foreach (var name in archive.Names.Except(Different).Where(name => IsRefused(archive.LoadInvocation(name))))
                found.Add(version, name);
        }

        return found;
    }

    private static bool IsRefused(CliInvocation recorded) =>
        recorded.ExitCode != 0 && recorded.Output.Contains(FlinksHint, StringComparison.Ordinal);
}

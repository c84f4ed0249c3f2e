using System.Text.RegularExpressions;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>What a run of the tool came to.</summary>
internal sealed partial record ToolResult(string CommandLine, int ExitCode, string Output, string Error)
{
    /// <summary>The id in <c>Job has been submitted with JobID …</c>.</summary>
    public string JobId => Take(Submitted(), "job");

    /// <summary>The local folder in <c>Savepoint completed. Path: …</c>.</summary>
    public string SavepointPath => Take(Completed(), "path");

    /// <summary>Fails with everything that was printed unless the tool ended well.</summary>
    public ToolResult ShouldSucceed()
    {
        ExitCode.Should().Be(0, "of {0}, which said{1}{2}{1}{3}", CommandLine, Environment.NewLine, Output, Error);
        return this;
    }

    /// <summary>Fails unless the tool ended with this code and one line that holds all the texts, without a stack trace.</summary>
    public ToolResult ShouldFailWith(ExitCode exitCode, params string[] texts)
    {
        ExitCode.Should().Be((int)exitCode, "of {0}, which said{1}{2}{1}{3}", CommandLine, Environment.NewLine, Output, Error);
        var lines = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => line.StartsWith("error: ", StringComparison.Ordinal)).Should().ContainSingle(Error);
        Error.Should().NotContain("   at ").And.NotContain("\tat ");
        foreach (var text in texts)
        {
            Error.Should().Contain(text);
        }

        return this;
    }

    private string Take(Regex regex, string group)
    {
        var match = regex.Match(Output);
        match.Success.Should().BeTrue("{0} should have said so in{1}{2}{3}", CommandLine, Environment.NewLine, Output, Error);
        return match.Groups[group].Value;
    }

    [GeneratedRegex("JobID (?<job>[0-9a-f]{32})", RegexOptions.ExplicitCapture)]
    private static partial Regex Submitted();

    [GeneratedRegex(@"Path: file:(?<path>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Completed();
}

using SavepointCli.Testing.Recordings;

namespace SavepointCli.Tests.Replay;

/// <summary>
/// Every recorded invocation of <c>bin/flink</c>, three versions of it, with our tool in its place: same success or failure, same
/// stdout, same requests. What differs on purpose is listed, each with its reason, in docs/reference/differences.md.
/// </summary>
public sealed class RecordedInvocationTests
{
    private static readonly string[] Versions = ["1.16.3", "1.20.5", "2.2.1"];

    public static TheoryData<string, string, string> Invocations { get; } = FindInvocations();

    public static TheoryData<string> Rows { get; } = [.. KeptDifferences.Rows.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Invocations))]
    public async Task An_invocation_ends_as_with_Flink_or_as_the_list_of_differences_says(string archive, string version, string name)
    {
        var replay = await Replay.OfAsync(archive, version, name);

        replay.Differences().Should().BeSubsetOf(KeptDifferences.Of(version, name), "{0}", replay);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_listed_difference_is_one_still(string listed)
    {
        var row = KeptDifferences.Rows.First(row => row.ToString() == listed);
        var found = new HashSet<string>();
        foreach (var (archive, version, name) in Invocations.Select(one => ((string)one[0], (string)one[1], (string)one[2])))
        {
            if (row.Matches(version, name)) found.UnionWith((await Replay.OfAsync(archive, version, name)).Differences());
        }

        found.Should().Contain(row.Aspects, "a difference that is gone has to leave the list");
    }

    private static TheoryData<string, string, string> FindInvocations()
    {
        var found = new TheoryData<string, string, string>();
        foreach (var version in Versions)
        {
            foreach (var name in RecordingArchive.Cli(version).Names.Where(name => !NotReplayed.Contains(name))) found.Add("cli", version, name);
            foreach (var name in RecordingArchive.Rest(version).Names.Where(name => name.StartsWith("cli-", StringComparison.Ordinal) && !NotReplayed.Contains(name)))
                found.Add("rest", version, name);
        }

        return found;
    }

    /// <summary>Recordings whose surroundings cannot be rebuilt from what was recorded.</summary>
    private static class NotReplayed
    {
        /// <summary>A connection within a millisecond is luck; without any address this machine's port 8081 decides.</summary>
        private static readonly string[] Names = ["list-idleness", "confdir-unset"];

        private static readonly string[] Prefixes = ["ssl-", "yarn-list", "yarn-savepoint", "yarn-cancel", "yarn-checkpoint", "yarn-dispose", "cli-kubernetes-"];

        public static bool Contains(string name) =>
            Names.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }
}

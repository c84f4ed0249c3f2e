using System.CommandLine;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;

namespace SavepointCli.Commands.Run;

/// <summary>The options that say what a job starts from.</summary>
internal sealed class RestoreOptions
{
    private readonly Option<string?> _savepoint = new("--fromSavepoint", "-s")
    {
        HelpName = "PATH",
        Description = "Savepoint or checkpoint to start from: its directory or its _metadata file.",
    };
    private readonly Option<bool> _allowNonRestored = new("--allowNonRestoredState", "-n")
    {
        Description = "Leave state behind that no operator of the program claims.",
        Arity = ArgumentArity.Zero,
    };
    private readonly Option<string?> _claimMode = new("--claimMode", "-cm")
    {
        HelpName = "MODE",
        Description = "NO_CLAIM (default) leaves the savepoint to you, CLAIM gives it to the job, LEGACY is deprecated.",
    };
    private readonly Option<string?> _restoreMode = new("--restoreMode", "-rm")
    {
        HelpName = "MODE",
        Description = "Older name of --claimMode.",
    };

    /// <summary>All of them are Flink's.</summary>
    public IEnumerable<Option> Flink => [_savepoint, _allowNonRestored, _claimMode, _restoreMode];

    /// <summary>The companions of <c>-s</c> are not even looked at without it.</summary>
    public RestoreSettings? Read(ParseResult parsed)
    {
        if (parsed.GetValue(_savepoint) is not { } path) return null;
        var mode = parsed.GetValue(_claimMode) ?? parsed.GetValue(_restoreMode);
        return new RestoreSettings(path, parsed.GetValue(_allowNonRestored), mode is null ? null : Values.ClaimMode(mode));
    }

    /// <summary>Whether the mode was given by its older, deprecated name.</summary>
    public bool NamesRestoreMode(ParseResult parsed) => parsed.GetValue(_claimMode) is null && parsed.GetValue(_restoreMode) is not null;
}

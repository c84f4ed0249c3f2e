namespace SavepointCli;

/// <summary>
/// What a script may branch on when <c>savepointctl</c> ends. Adding a code is a minor release; the number of an existing
/// code never changes. Documented in <c>docs/reference/exit-codes.md</c>.
/// </summary>
public enum ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    Done = 0,

    /// <summary>Failed for a reason that no other code names.</summary>
    Failed = 1,

    /// <summary>Wrong usage or wrong configuration.</summary>
    Usage = 2,

    /// <summary>Finished, but some of the items failed.</summary>
    Partial = 3,

    /// <summary>The things compared differ.</summary>
    Different = 10,

    /// <summary>The snapshot is damaged: bytes missing, cut off or impossible.</summary>
    Damaged = 11,

    /// <summary>The snapshot does not fit the job that should take it over.</summary>
    Incompatible = 12,

    /// <summary>Refused because it would lose something that is still needed.</summary>
    Refused = 13,

    /// <summary>Nothing matched, and the caller asked for that to be an error.</summary>
    NothingMatched = 14,

    /// <summary>Cluster or storage could not be reached.</summary>
    Unreachable = 20,

    /// <summary>Not authenticated or not allowed.</summary>
    Forbidden = 21,

    /// <summary>The wait ran out; the operation may still be running.</summary>
    WaitTimedOut = 22,

    /// <summary>The cluster reported that the operation failed.</summary>
    OperationFailed = 23,

    /// <summary>Another run holds the lock.</summary>
    Locked = 24,

    /// <summary>Job, savepoint, operator or state not found.</summary>
    NotFound = 25,

    /// <summary>The format or version is not one this tool knows.</summary>
    Unsupported = 26,

    /// <summary>Interrupted by SIGINT (128 + 2).</summary>
    Interrupted = 130,

    /// <summary>Ended by SIGTERM (128 + 15).</summary>
    Terminated = 143,
}

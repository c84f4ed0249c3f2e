using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Commands.Run;

/// <summary>A program to be run.</summary>
/// <param name="Program">The program.</param>
/// <param name="Launch">How.</param>
/// <param name="Detached">Whether to come back once the job is submitted.</param>
/// <param name="CancelOnExit">Whether an interruption while waiting cancels the job.</param>
internal sealed record RunRequest(JobProgram Program, JobLaunch Launch, bool Detached, bool CancelOnExit)
{
    /// <summary>Whether the mode was given by its older, deprecated name.</summary>
    public bool NamesRestoreMode { get; init; }
}

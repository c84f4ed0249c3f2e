using SavepointCli.Format.Ids;

namespace SavepointCli.Commands.Cancel;

/// <summary>A job that is cancelled, or is about to be.</summary>
/// <param name="Job">The job.</param>
/// <param name="Location">Where its savepoint is, if one was asked for.</param>
internal sealed record CancelReport(JobId Job, string? Location);

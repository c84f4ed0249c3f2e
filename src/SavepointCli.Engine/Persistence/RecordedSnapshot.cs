using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Persistence;

/// <summary>A snapshot that a job can go back to, as it is recorded.</summary>
/// <param name="Directory">Where it lies.</param>
/// <param name="Restored">How the job was started from it; null if the job has taken it itself.</param>
internal sealed record RecordedSnapshot(string Directory, ClaimMode? Restored);

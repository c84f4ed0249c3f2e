namespace SavepointCli.Engine.Jobs;

/// <summary>The snapshot that a job was started from.</summary>
/// <param name="CheckpointId">Its checkpoint id.</param>
/// <param name="ExternalPath">Where it lies, qualified (<c>file:/…</c>).</param>
/// <param name="RestoredAt">When the job took it over.</param>
/// <param name="IsSavepoint">Whether it still belongs to the user; false once the job has claimed it.</param>
public sealed record RestoredSnapshot(long CheckpointId, string ExternalPath, DateTimeOffset RestoredAt, bool IsSavepoint);

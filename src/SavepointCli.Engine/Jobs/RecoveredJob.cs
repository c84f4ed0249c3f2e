using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Jobs;

/// <summary>What a job goes on from in a new process of the engine.</summary>
/// <param name="Stored">What it can go back to, oldest first; at least one.</param>
/// <param name="State">The newest of them, fitted to the job.</param>
internal sealed record RecoveredJob(IReadOnlyList<StoredSnapshot> Stored, RestoredState State);

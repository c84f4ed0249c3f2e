namespace SavepointCli.Streaming.State;

/// <summary>The snapshot for which state is to be brought up to date.</summary>
public interface IStateSnapshotContext
{
    /// <summary>Id of the checkpoint or savepoint.</summary>
    long CheckpointId { get; }

    /// <summary>When it was triggered: milliseconds since 1970 UTC.</summary>
    long CheckpointTimestamp { get; }
}

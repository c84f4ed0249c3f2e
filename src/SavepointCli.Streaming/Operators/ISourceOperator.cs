using SavepointCli.Streaming.Sources;

namespace SavepointCli.Streaming.Operators;

/// <summary>A source that is polled on the task's thread and gets its splits from a coordinator.</summary>
public interface ISourceOperator : IStreamSource
{
    /// <summary>Emits at most one record.</summary>
    InputStatus EmitNext();

    /// <summary>
    /// Completes when <see cref="EmitNext"/> is worth calling again; to be asked for after
    /// <see cref="InputStatus.NothingAvailable"/>. May complete on any thread.
    /// </summary>
    Task WhenAvailable { get; }

    /// <summary>Takes splits that the coordinator assigned, each with the version of its serializer in front.</summary>
    void HandleAddSplits(IReadOnlyList<byte[]> splits);

    /// <summary>The coordinator has no more splits for this subtask.</summary>
    void HandleNoMoreSplits();
}

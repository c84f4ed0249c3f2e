namespace SavepointCli.Streaming.Sources;

/// <summary>The subtask in which a reader runs.</summary>
public interface ISourceReaderContext
{
    /// <summary>Index of the subtask, from 0.</summary>
    int SubtaskIndex { get; }

    /// <summary>Number of readers.</summary>
    int Parallelism { get; }

    /// <summary>The clock.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>Becomes cancelled when the task is.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>Asks the enumerator for a split.</summary>
    void SendSplitRequest();
}

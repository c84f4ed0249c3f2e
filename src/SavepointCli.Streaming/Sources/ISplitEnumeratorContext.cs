namespace SavepointCli.Streaming.Sources;

/// <summary>How an enumerator reaches the readers.</summary>
public interface ISplitEnumeratorContext<in TSplit>
{
    /// <summary>Number of readers.</summary>
    int Parallelism { get; }

    /// <summary>Gives <paramref name="split"/> to the reader of <paramref name="subtask"/>; from then on it is the reader's.</summary>
    void AssignSplit(TSplit split, int subtask);

    /// <summary>Tells a reader that it will get no further split.</summary>
    void SignalNoMoreSplits(int subtask);
}

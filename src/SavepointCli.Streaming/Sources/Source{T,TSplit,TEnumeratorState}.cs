using SavepointCli.Streaming.Operators;

namespace SavepointCli.Streaming.Sources;

/// <summary>
/// A source made of splits. An enumerator, one per job, hands them out; readers, one per subtask, read them. Snapshots hold
/// every split exactly once: in the enumerator's state or in a reader's. Mirrors <c>Source</c>.
/// </summary>
/// <typeparam name="T">Type of the records.</typeparam>
/// <typeparam name="TSplit">A part of the source, with the position up to which it was read.</typeparam>
/// <typeparam name="TEnumeratorState">What a snapshot holds of the enumerator.</typeparam>
public abstract class Source<T, TSplit, TEnumeratorState> : Source<T>
{
    /// <summary>Bytes of splits, in reader state and on their way to a reader.</summary>
    public abstract ISimpleVersionedSerializer<TSplit> SplitSerializer { get; }

    /// <summary>Bytes of the enumerator's state.</summary>
    public abstract ISimpleVersionedSerializer<TEnumeratorState> EnumeratorSerializer { get; }

    /// <summary>The enumerator of a job that starts fresh.</summary>
    public abstract SplitEnumerator<TSplit, TEnumeratorState> CreateEnumerator(ISplitEnumeratorContext<TSplit> context);

    /// <summary>The enumerator of a restored job.</summary>
    public abstract SplitEnumerator<TSplit, TEnumeratorState> RestoreEnumerator(
        ISplitEnumeratorContext<TSplit> context, TEnumeratorState state);

    /// <summary>The reader of one subtask.</summary>
    public abstract SourceReader<T, TSplit> CreateReader(ISourceReaderContext context);

    internal sealed override StreamOperator CreateOperator(WatermarkStrategy<T> watermarks) =>
        new SourceOperator<T, TSplit>(CreateReader, SplitSerializer, watermarks);

    internal sealed override SourceCoordinator CreateCoordinator(ISourceCoordinatorContext context) =>
        new SourceCoordinator<TSplit, TEnumeratorState>(context, CreateEnumerator, RestoreEnumerator, SplitSerializer, EnumeratorSerializer);
}

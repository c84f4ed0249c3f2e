namespace SavepointCli.Streaming.Sources;

/// <summary>
/// A source that makes a record of every number of a sequence. Its splits are runs of the sequence, as many as there are readers
/// when the job starts fresh.
/// </summary>
public abstract class SequenceSource<T> : Source<T, SequenceSplit, IReadOnlyList<SequenceSplit>>
{
    private readonly long _from;
    private readonly long _to;
    private readonly Func<long, T> _generator;
    private readonly double? _recordsPerSecond;

    private protected SequenceSource(long from, long to, Func<long, T> generator, double? recordsPerSecond)
    {
        if (recordsPerSecond is { } rate)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate, nameof(recordsPerSecond));
        (_from, _to, _generator, _recordsPerSecond) = (from, to, generator, recordsPerSecond);
    }

    /// <inheritdoc/>
    public override Boundedness Boundedness => Boundedness.Bounded;

    /// <inheritdoc/>
    public override ISimpleVersionedSerializer<SequenceSplit> SplitSerializer { get; } = new SequenceSplitSerializer();

    /// <inheritdoc/>
    public override ISimpleVersionedSerializer<IReadOnlyList<SequenceSplit>> EnumeratorSerializer { get; } = new SequenceEnumeratorSerializer();

    /// <inheritdoc/>
    public override SplitEnumerator<SequenceSplit, IReadOnlyList<SequenceSplit>> CreateEnumerator(
        ISplitEnumeratorContext<SequenceSplit> context) =>
        new SequenceEnumerator(context, SequenceEnumerator.Divide(_from, _to, context.Parallelism));

    /// <inheritdoc/>
    public override SplitEnumerator<SequenceSplit, IReadOnlyList<SequenceSplit>> RestoreEnumerator(
        ISplitEnumeratorContext<SequenceSplit> context, IReadOnlyList<SequenceSplit> state) => new SequenceEnumerator(context, state);

    /// <inheritdoc/>
    public override SourceReader<T, SequenceSplit> CreateReader(ISourceReaderContext context) =>
        new SequenceReader<T>(
            context,
            _generator,
            _recordsPerSecond is { } rate ? new RateLimit(context.TimeProvider, rate / context.Parallelism) : null);
}

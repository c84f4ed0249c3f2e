namespace SavepointCli.Streaming.Sources;

/// <summary>Emits a record for every number of its splits. Mirrors <c>IteratorSourceReader</c>.</summary>
internal sealed class SequenceReader<T>(ISourceReaderContext context, Func<long, T> generator, RateLimit? rate)
    : SourceReader<T, SequenceSplit>
{
    private readonly Queue<SequenceSplit> _remaining = new();
    private TaskCompletionSource _available = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SequenceSplit? _current;
    private long _next;
    private bool _isExhausted = true;
    private bool _noMoreSplits;
    private TimeSpan _wait;

    public override Task WhenAvailable =>
        _wait > TimeSpan.Zero ? Task.Delay(_wait, context.TimeProvider, context.Cancellation) : _available.Task;

    public override void Start()
    {
        if (_remaining.Count == 0)
            context.SendSplitRequest();
    }

    public override InputStatus PollNext(IReaderOutput<T> output)
    {
        if (_isExhausted && !MoveToNextSplit())
            return _noMoreSplits ? InputStatus.EndOfInput : InputStatus.NothingAvailable;
        _wait = rate?.TimeUntilNext() ?? TimeSpan.Zero;
        if (_wait > TimeSpan.Zero)
            return InputStatus.NothingAvailable;
        rate?.Take();
        var number = _next;
        // Advanced before the record is out, so that the last number of all does not overflow.
        if (number == _current!.To)
            FinishSplit();
        else
            _next++;
        output.Collect(generator(number));
        return InputStatus.MoreAvailable;
    }

    public override void AddSplits(IReadOnlyList<SequenceSplit> splits)
    {
        foreach (var split in splits)
            _remaining.Enqueue(split);
        _available.TrySetResult();
    }

    public override void NotifyNoMoreSplits()
    {
        _noMoreSplits = true;
        _available.TrySetResult();
    }

    public override IReadOnlyList<SequenceSplit> SnapshotState(long checkpointId) =>
        _isExhausted ? [.. _remaining] : [_current! with { From = _next }, .. _remaining];

    private void FinishSplit()
    {
        _isExhausted = true;
        if (_remaining.Count == 0 && !_noMoreSplits)
            context.SendSplitRequest();
    }

    private bool MoveToNextSplit()
    {
        if (!_remaining.TryDequeue(out var split))
        {
            _wait = TimeSpan.Zero;
            if (_available.Task.IsCompleted && !_noMoreSplits)
                _available = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return false;
        }
        (_current, _next, _isExhausted) = (split, split.From, split.From > split.To);
        return !_isExhausted || MoveToNextSplit();
    }
}

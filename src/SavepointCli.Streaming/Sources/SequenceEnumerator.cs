namespace SavepointCli.Streaming.Sources;

/// <summary>Gives every reader that asks the next split, until there is none. Mirrors <c>IteratorSourceEnumerator</c>.</summary>
internal sealed class SequenceEnumerator(ISplitEnumeratorContext<SequenceSplit> context, IEnumerable<SequenceSplit> splits)
    : SplitEnumerator<SequenceSplit, IReadOnlyList<SequenceSplit>>
{
    private readonly Queue<SequenceSplit> _remaining = new(splits);

    public override void HandleSplitRequest(int subtask)
    {
        if (_remaining.TryDequeue(out var split))
            context.AssignSplit(split, subtask);
        else
            context.SignalNoMoreSplits(subtask);
    }

    public override IReadOnlyList<SequenceSplit> SnapshotState(long checkpointId) => [.. _remaining];

    /// <summary>
    /// The numbers from <paramref name="from"/> to <paramref name="to"/> in <paramref name="count"/> runs whose lengths differ by
    /// one at most, the longer ones first; runs without a number are left out.
    /// </summary>
    public static IEnumerable<SequenceSplit> Divide(long from, long to, int count)
    {
        // Two longs can lie farther apart than a long can say.
        var total = (Int128)to - from + 1;
        var (length, longer) = Int128.DivRem(total, count);
        var start = (Int128)from;
        for (var i = 0; i < count && start <= to; i++)
        {
            var next = start + length + (i < longer ? 1 : 0);
            yield return new SequenceSplit($"{i + 1}", (long)start, (long)(next - 1));
            start = next;
        }
    }
}

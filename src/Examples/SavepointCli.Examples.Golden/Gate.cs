using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Golden;

/// <summary>
/// Turns every tick into the next event of this subtask: subtask i of p lets n = i, i + p, i + 2p ... pass, as long as they are
/// below a bound. After a change of parallelism the numbers go on without gap if the subtasks were level, as they are once the
/// bound is reached.
/// </summary>
public sealed class Gate(long to, long keys) : FlatMapFunction<long, Event>, ICheckpointedFunction
{
    private ListState<long>? _passedState;
    private ListState<(string Owner, long Passed)>? _ownersState;
    private long _passed;

    private string Owner => $"subtask-{RuntimeContext.IndexOfThisSubtask}";

    public void InitializeState(IStateInitializationContext context)
    {
        _passedState = context.OperatorStateStore.GetListState(new ListStateDescriptor<long>("gate-passed"));
        _ownersState = context.OperatorStateStore.GetUnionListState(
            new ListStateDescriptor<(string Owner, long Passed)>("gate-owners"));
        Dictionary<string, long> owners = _ownersState.Get().ToDictionary(owner => owner.Owner, owner => owner.Passed);
        var (index, parallelism) = (RuntimeContext.IndexOfThisSubtask, RuntimeContext.NumberOfParallelSubtasks);
        _passed = owners.Count == parallelism && owners.TryGetValue(Owner, out var passed)
            ? passed
            : ShareOf(owners.Values.Sum(), index, parallelism);
    }

    public void SnapshotState(IStateSnapshotContext context)
    {
        _passedState!.Update([_passed, -(RuntimeContext.IndexOfThisSubtask + 1)]);
        _ownersState!.Update([(Owner, _passed)]);
    }

    public override void FlatMap(long value, ICollector<Event> output)
    {
        var next = (_passed * RuntimeContext.NumberOfParallelSubtasks) + RuntimeContext.IndexOfThisSubtask;
        if (next >= to)
            return;
        output.Collect(Event.Of(next, keys));
        _passed++;
    }

    /// <summary>How many of the first <paramref name="total"/> numbers belong to one subtask.</summary>
    private static long ShareOf(long total, int index, int parallelism) =>
        total <= index ? 0 : (total - index + parallelism - 1) / parallelism;
}

using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Sources;

/// <summary>
/// Emits given elements; after a restore it leaves out those that were emitted. Mirrors <c>FromElementsFunction</c>, whose state
/// it shares: the list <c>from-elements-state</c> with the number of emitted elements.
/// </summary>
internal sealed class FromElementsFunction<T>(T[] elements) : SourceFunction<T>, ICheckpointedFunction
{
    private const string StateName = "from-elements-state";

    private ListState<int>? _state;
    private volatile bool _isCancelled;
    private int _emitted;

    public void InitializeState(IStateInitializationContext context)
    {
        _state = context.OperatorStateStore.GetListState(new ListStateDescriptor<int>(StateName, Types.Types.Int));
        _emitted = _state.Get().FirstOrDefault();
    }

    public void SnapshotState(IStateSnapshotContext context) => _state!.Update([_emitted]);

    public override void Run(ISourceContext<T> context)
    {
        while (!_isCancelled && _emitted < elements.Length)
        {
            lock (context.CheckpointLock)
            {
                context.Collect(elements[_emitted]);
                _emitted++;
            }
        }
    }

    public override void Cancel() => _isCancelled = true;
}

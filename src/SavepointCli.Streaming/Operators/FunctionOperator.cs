using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>An operator around a user function. Mirrors <c>AbstractUdfStreamOperator</c>.</summary>
internal abstract class FunctionOperator<TFunction>(TFunction function) : StreamOperator
    where TFunction : RichFunction
{
    private bool _isOpen;

    protected TFunction Function => function;

    /// <summary>Emits to a side output.</summary>
    protected void EmitToSide<TSide>(OutputTag<TSide> tag, TSide value, long? timestamp)
    {
        ArgumentNullException.ThrowIfNull(tag);
        Context.GetSideOutput(tag)?.Collect(new StreamRecord<TSide>(value, timestamp));
    }

    public override void InitializeState(IStateInitializationContext context)
    {
        function.RuntimeContext = new RuntimeContext(Context, context.KeyedStateStore);
        (function as ICheckpointedFunction)?.InitializeState(context);
    }

    public override void Open()
    {
        _isOpen = true;
        function.Open();
    }

    public override void SnapshotState(IStateSnapshotContext context) => (function as ICheckpointedFunction)?.SnapshotState(context);

    public override void NotifyCheckpointComplete(long checkpointId) =>
        (function as ICheckpointListener)?.NotifyCheckpointComplete(checkpointId);

    public override void NotifyCheckpointAborted(long checkpointId) =>
        (function as ICheckpointListener)?.NotifyCheckpointAborted(checkpointId);

    public override void Close()
    {
        if (_isOpen)
            function.Close();
    }
}

using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>An operator around a user function with one input, which may be keyed.</summary>
internal abstract class OneInputOperator<TFunction, TIn, TOut>(TFunction function, KeyPartitioning<TIn>? key)
    : FunctionOperator<TFunction>(function), IOneInputOperator<TIn>
    where TFunction : RichFunction
{
    private KeyContext<TIn>? _keyContext;

    /// <summary>Where the operator emits to.</summary>
    protected IOutput<TOut> MainOutput => field ??= Context.GetOutput<TOut>();

    /// <summary>The last watermark of the input.</summary>
    protected Watermark CurrentWatermark { get; private set; } = Watermark.None;

    public override void InitializeState(IStateInitializationContext context)
    {
        _keyContext = key?.Bind(Context);
        base.InitializeState(context);
    }

    public void ProcessElement(StreamRecord<TIn> record)
    {
        _keyContext?.SetCurrentKey(record.Value);
        Process(record);
    }

    public void ProcessWatermark(Watermark watermark)
    {
        CurrentWatermark = watermark;
        Context.AdvanceWatermark(watermark);
        MainOutput.EmitWatermark(watermark);
    }

    public void ProcessWatermarkStatus(WatermarkStatus status) => MainOutput.EmitWatermarkStatus(status);

    protected abstract void Process(StreamRecord<TIn> record);
}

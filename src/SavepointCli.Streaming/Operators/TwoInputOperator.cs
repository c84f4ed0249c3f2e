using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Operators;

/// <summary>An operator around a user function with two inputs; its watermark is the minimum of theirs.</summary>
internal abstract class TwoInputOperator<TFunction, TFirst, TSecond, TOut>
    : FunctionOperator<TFunction>, ITwoInputOperator<TFirst, TSecond>
    where TFunction : RichFunction
{
    private readonly Side<TFirst> _first;
    private readonly Side<TSecond> _second;
    private bool _isIdle;

    protected TwoInputOperator(TFunction function)
        : base(function)
    {
        _first = new Side<TFirst>(ProcessFirst, Combine);
        _second = new Side<TSecond>(ProcessSecond, Combine);
    }

    public IInput<TFirst> FirstInput => _first;

    public IInput<TSecond> SecondInput => _second;

    /// <summary>Where the operator emits to.</summary>
    protected IOutput<TOut> MainOutput => field ??= Context.GetOutput<TOut>();

    /// <summary>The minimum over the inputs.</summary>
    protected Watermark CurrentWatermark { get; private set; } = Watermark.None;

    protected abstract void ProcessFirst(StreamRecord<TFirst> record);

    protected abstract void ProcessSecond(StreamRecord<TSecond> record);

    private void Combine()
    {
        // Once both are idle nothing holds the watermark back any more, so it goes to the larger one.
        var isIdle = _first.IsIdle && _second.IsIdle;
        var combined = (_first.IsIdle, _second.IsIdle) switch
        {
            (true, false) => _second.Watermark,
            (false, true) => _first.Watermark,
            (true, true) => Math.Max(_first.Watermark, _second.Watermark),
            _ => Math.Min(_first.Watermark, _second.Watermark),
        };
        if (combined > CurrentWatermark.Timestamp)
        {
            CurrentWatermark = new Watermark(combined);
            Context.AdvanceWatermark(CurrentWatermark);
            MainOutput.EmitWatermark(CurrentWatermark);
        }
        if (isIdle != _isIdle)
        {
            _isIdle = isIdle;
            MainOutput.EmitWatermarkStatus(isIdle ? WatermarkStatus.Idle : WatermarkStatus.Active);
        }
    }

    private sealed class Side<T>(Action<StreamRecord<T>> process, Action combine) : IInput<T>
    {
        public long Watermark { get; private set; } = long.MinValue;

        public bool IsIdle { get; private set; }

        public void ProcessElement(StreamRecord<T> record) => process(record);

        public void ProcessWatermark(Watermark watermark)
        {
            Watermark = watermark.Timestamp;
            combine();
        }

        public void ProcessWatermarkStatus(WatermarkStatus status)
        {
            IsIdle = status == WatermarkStatus.Idle;
            combine();
        }
    }
}

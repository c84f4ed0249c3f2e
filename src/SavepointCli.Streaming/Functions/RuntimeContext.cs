using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Functions;

/// <summary>The subtask in which a function runs, and the states of its current key. Mirrors <c>RuntimeContext</c>.</summary>
public sealed class RuntimeContext
{
    private readonly IOperatorContext _operator;
    private readonly IKeyedStateStore? _keyedState;

    internal RuntimeContext(IOperatorContext context, IKeyedStateStore? keyedState)
    {
        _operator = context;
        _keyedState = keyedState;
    }

    /// <summary>Name of the operator.</summary>
    public string OperatorName => _operator.OperatorName;

    /// <summary>Index of this subtask, from 0.</summary>
    public int IndexOfThisSubtask => _operator.SubtaskIndex;

    /// <summary>Number of subtasks of the operator.</summary>
    public int NumberOfParallelSubtasks => _operator.Parallelism;

    /// <summary>Number of key groups of the operator.</summary>
    public int MaxNumberOfParallelSubtasks => _operator.MaxParallelism;

    /// <summary>How often this subtask was started before, from 0.</summary>
    public int AttemptNumber => _operator.AttemptNumber;

    /// <summary>Becomes cancelled when the task is: user code that waits must watch it.</summary>
    public CancellationToken Cancellation => _operator.Cancellation;

    /// <summary>What <c>Print</c> writes to; safe to use from several subtasks.</summary>
    public TextWriter StandardOutput => _operator.StandardOutput;

    /// <summary>A state with one value per key.</summary>
    public ValueState<T> GetState<T>(ValueStateDescriptor<T> descriptor) => KeyedState.GetState(descriptor);

    /// <summary>A state with a list per key.</summary>
    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => KeyedState.GetListState(descriptor);

    /// <summary>A state with a map per key.</summary>
    public MapState<TKey, TValue> GetMapState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull => KeyedState.GetMapState(descriptor);

    /// <summary>A state with a reduced value per key.</summary>
    public ReducingState<T> GetReducingState<T>(ReducingStateDescriptor<T> descriptor) => KeyedState.GetReducingState(descriptor);

    /// <summary>A state with an accumulator per key.</summary>
    public AggregatingState<TIn, TOut> GetAggregatingState<TIn, TAccumulator, TOut>(
        AggregatingStateDescriptor<TIn, TAccumulator, TOut> descriptor) => KeyedState.GetAggregatingState(descriptor);

    private IKeyedStateStore KeyedState => _keyedState
        ?? throw new InvalidOperationException($"Operator '{OperatorName}' has no keyed state: its input is not keyed. Call KeyBy before it.");
}

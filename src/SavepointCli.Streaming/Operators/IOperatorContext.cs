using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Operators;

/// <summary>What the engine gives to an operator in one subtask. Used on the task's thread only.</summary>
public interface IOperatorContext
{
    /// <summary>Name of the operator.</summary>
    string OperatorName { get; }

    /// <summary>Index of the subtask, from 0.</summary>
    int SubtaskIndex { get; }

    /// <summary>Number of subtasks.</summary>
    int Parallelism { get; }

    /// <summary>Number of key groups.</summary>
    int MaxParallelism { get; }

    /// <summary>How often the subtask was started before, from 0.</summary>
    int AttemptNumber { get; }

    /// <summary>Becomes cancelled when the task is.</summary>
    CancellationToken Cancellation { get; }

    /// <summary>The clock of the engine, for waits outside the task's thread.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>The clock of the task and its timers.</summary>
    IProcessingTimeService ProcessingTimeService { get; }

    /// <summary>How often watermarks are made, <c>pipeline.auto-watermark-interval</c>; zero for never.</summary>
    TimeSpan AutoWatermarkInterval { get; }

    /// <summary>What <c>Print</c> writes to; safe to use from several subtasks.</summary>
    TextWriter StandardOutput { get; }

    /// <summary>Where the operator emits to; <typeparamref name="T"/> is the type of its output.</summary>
    IOutput<T> GetOutput<T>();

    /// <summary>
    /// Where the operator emits records of a side output to; null if nobody reads it. Watermarks reach side outputs through the main one.
    /// </summary>
    IOutput<T>? GetSideOutput<T>(OutputTag<T> tag);

    /// <summary>The keyed state; <typeparamref name="TKey"/> is the type of the operator's keys.</summary>
    /// <exception cref="InvalidOperationException">The operator's input is not keyed.</exception>
    IKeyedStateBackend<TKey> GetKeyedStateBackend<TKey>();

    /// <summary>The timer service of this name; asking twice gives the same one.</summary>
    /// <param name="name">Name under which snapshots record the timers.</param>
    /// <param name="namespaceType">Type of the namespaces.</param>
    /// <param name="triggerable">What is called when a timer fires.</param>
    IInternalTimerService<TNamespace> GetTimerService<TKey, TNamespace>(
        string name, TypeInformation<TNamespace> namespaceType, ITriggerable<TKey, TNamespace> triggerable);

    /// <summary>Lets the watermark of all timer services grow and fires, on this thread, what it reaches.</summary>
    void AdvanceWatermark(Watermark watermark);

    /// <summary>Asks the source coordinator for a split, on behalf of this subtask.</summary>
    void SendSplitRequest();
}

using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks.Outputs;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks;

/// <summary>The operators of one subtask and its outputs to other tasks. Used on the task's thread.</summary>
/// <param name="operators">The operators, each behind the one that feeds it.</param>
/// <param name="outputs">The outputs over channels.</param>
/// <param name="processingTime">The clock of the task; null where no operator runs.</param>
internal sealed class OperatorChain(
    IReadOnlyList<ChainedOperator> operators, INetworkOutput[] outputs, ProcessingTimeService? processingTime)
{
    private bool _arePartitionsEnded;

    /// <summary>Nothing at all: before a task has been initialized.</summary>
    public static OperatorChain Empty { get; } = new([], [], null);

    /// <summary>The operators, each behind the one that feeds it.</summary>
    public IReadOnlyList<ChainedOperator> Operators => operators;

    /// <summary>The operator that the task's input reaches.</summary>
    public ChainedOperator Head => operators[0];

    /// <summary>Whether consumers have read everything.</summary>
    public bool IsConsumed => Array.TrueForAll(outputs, output => output.IsConsumed);

    /// <summary>Restores and opens the operators, the last first: whoever emits finds its consumers ready.</summary>
    public void Open()
    {
        foreach (var chained in operators.Reverse())
        {
            chained.Operator.InitializeState(chained.Context.ToInitializationContext());
            chained.Operator.Open();
        }
    }

    /// <summary>Whether the task may take up new input.</summary>
    public bool HasCapacity()
    {
        foreach (var output in outputs)
        {
            if (!output.HasCapacity())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets the operators emit what belongs in front of the barrier, then sends it on.</summary>
    public void SendBarrier(CheckpointBarrier barrier)
    {
        foreach (var chained in operators)
        {
            chained.Operator.PrepareSnapshotPreBarrier(barrier.Id);
        }

        foreach (var output in outputs)
        {
            output.SendBarrier(barrier);
        }
    }

    /// <summary>Tells all consumers that a checkpoint was given up.</summary>
    public void SendCancelMarker(long checkpointId)
    {
        foreach (var output in outputs)
        {
            output.SendCancelMarker(checkpointId);
        }
    }

    /// <summary>Says that event time is over: the source has nothing more, or is drained.</summary>
    public void EmitMaxWatermark()
    {
        if (operators.Count > 0)
        {
            ((IStreamSource)Head.Operator).EmitMaxWatermark();
            return;
        }

        foreach (var output in outputs)
        {
            output.SendMaxWatermark();
        }
    }

    /// <summary>Flushes the operators, if the input was drained, and says that no records follow.</summary>
    public void EndData(bool drain)
    {
        // Timers of the wall clock that are pending stay so, and go into the snapshot.
        processingTime?.Quiesce();
        foreach (var chained in drain ? operators : [])
        {
            chained.Operator.Finish();
        }

        foreach (var output in outputs)
        {
            output.SendEndOfData(drain);
        }
    }

    /// <summary>Says, once, that nothing follows; returns whether the consumers have read everything.</summary>
    public bool EndPartitions()
    {
        foreach (var output in _arePartitionsEnded ? [] : outputs)
        {
            output.SendEndOfPartition();
        }

        _arePartitionsEnded = true;
        return IsConsumed;
    }

    /// <summary>A checkpoint is complete.</summary>
    public void NotifyCheckpointComplete(long checkpointId)
    {
        foreach (var chained in operators.Reverse())
        {
            chained.Operator.NotifyCheckpointComplete(checkpointId);
            chained.Context.NotifyCheckpointComplete(checkpointId);
        }
    }

    /// <summary>A checkpoint came to nothing.</summary>
    public void NotifyCheckpointAborted(long checkpointId)
    {
        foreach (var chained in operators.Reverse())
        {
            chained.Operator.NotifyCheckpointAborted(checkpointId);
        }
    }

    /// <summary>Closes all operators, the last first; returns what the first of them threw.</summary>
    public Exception? Close()
    {
        Exception? first = null;
        foreach (var chained in operators.Reverse())
        {
            try
            {
                chained.Operator.Close();
            }
            catch (Exception fault)
            {
                first ??= fault;
            }

            chained.Context.Dispose();
        }

        return first;
    }
}

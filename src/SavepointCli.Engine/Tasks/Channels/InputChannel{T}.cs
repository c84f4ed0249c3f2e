using System.Collections.Concurrent;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>A channel for records of one type.</summary>
internal sealed class InputChannel<T>(Mailbox consumer, Mailbox producer, int capacity = InputChannel.DefaultCapacity)
    : InputChannel(consumer, producer, capacity)
{
    private readonly ConcurrentQueue<StreamElement<T>> _elements = new();

    /// <inheritdoc/>
    public override bool HasElement => !_elements.IsEmpty;

    /// <summary>Puts in a record.</summary>
    public void Write(StreamRecord<T> record)
    {
        _elements.Enqueue(new StreamElement<T>(ElementKind.Record, record, 0, null));
        OnRecordAdded();
        Consumer.SignalIfIdle();
    }

    /// <summary>Puts in something that is no record.</summary>
    public void Write(ElementKind kind, long number = 0, CheckpointBarrier? barrier = null)
    {
        _elements.Enqueue(new StreamElement<T>(kind, default, number, barrier));
        Interlocked.MemoryBarrier();
        Consumer.SignalIfIdle();
    }

    /// <summary>Takes out the next element.</summary>
    public bool TryRead(out StreamElement<T> element)
    {
        if (!_elements.TryDequeue(out element))
        {
            return false;
        }

        if (element.Kind == ElementKind.Record)
        {
            OnRecordTaken();
        }

        return true;
    }
}

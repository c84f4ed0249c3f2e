namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>
/// One bounded first-in-first-out queue from a producing to a consuming subtask. The producer may finish what it is doing when the
/// channel is full: capacity is asked for before it takes up new input, not enforced on the way.
/// </summary>
/// <param name="consumer">Woken when there is something to read.</param>
/// <param name="producer">Woken when there is room again, and when everything has been read.</param>
/// <param name="capacity">Records that fit before the producer stops.</param>
internal abstract class InputChannel(Mailbox consumer, Mailbox producer, int capacity)
{
    /// <summary>Capacity unless a test wants another.</summary>
    public const int DefaultCapacity = 1024;

    private int _records;
    private int _producerWaits;

    /// <summary>Whether the consumer leaves the channel alone until a barrier has arrived on the others.</summary>
    public bool IsBlocked { get; set; }

    /// <summary>Whether the end of data has been consumed.</summary>
    public bool IsDataEnded { get; set; }

    /// <summary>Whether the last element has been consumed. Read by the producer too, which waits for it.</summary>
    public bool IsEnded
    {
        get => Volatile.Read(ref field);
        set
        {
            Volatile.Write(ref field, value);
            producer.Signal();
        }
    }

    /// <summary>Highest watermark so far.</summary>
    public long Watermark { get; set; } = long.MinValue;

    /// <summary>Whether the channel is left out when watermarks are compared.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Whether the channel takes part in the comparison: after idleness only once it has caught up.</summary>
    public bool IsAligned { get; set; } = true;

    /// <summary>The task that reads.</summary>
    protected Mailbox Consumer => consumer;

    /// <summary>Whether something can be read.</summary>
    public abstract bool HasElement { get; }

    /// <summary>
    /// Whether the producer may take up new input. Once full, the channel calls for more only when it is half empty, so that the two
    /// threads do not take turns for single records.
    /// </summary>
    public bool HasCapacity()
    {
        if (Volatile.Read(ref _producerWaits) == 0 && Volatile.Read(ref _records) < capacity)
        {
            return true;
        }

        Interlocked.Exchange(ref _producerWaits, 1);
        if (Volatile.Read(ref _records) > capacity / 2)
        {
            return false;
        }

        Volatile.Write(ref _producerWaits, 0);
        return true;
    }

    /// <summary>Counts a record that was put in; a full fence for <see cref="Mailbox.SignalIfIdle"/>.</summary>
    protected void OnRecordAdded() => Interlocked.Increment(ref _records);

    /// <summary>Counts a record that was taken out and calls the producer if that was wanted.</summary>
    protected void OnRecordTaken()
    {
        if (Interlocked.Decrement(ref _records) <= capacity / 2 && Volatile.Read(ref _producerWaits) != 0)
        {
            Volatile.Write(ref _producerWaits, 0);
            producer.Signal();
        }
    }
}

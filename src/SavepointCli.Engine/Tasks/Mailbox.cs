namespace SavepointCli.Engine.Tasks;

/// <summary>
/// Hands work to a task's thread. Mails run between records, never inside one; a mail that is posted while a batch runs belongs to
/// the next batch, so that mails cannot starve the input. Everything but <see cref="RunBatch"/> is safe to call from any thread.
/// </summary>
internal sealed class Mailbox
{
    // Not a System.Threading.Lock: those cannot be waited on.
    private readonly object _gate = new();
    private readonly PriorityQueue<Action, (MailPriority, long)> _mails = new();
    private readonly List<Action> _batch = [];
    private long _posted;
    private long _signals;
    private int _waiting;
    private volatile bool _hasMail;

    /// <summary>Whether a batch is waiting; cheap enough to ask for every record.</summary>
    public bool HasMail => _hasMail;

    /// <summary>Queues a mail and wakes the thread.</summary>
    public void Post(MailPriority priority, Action mail)
    {
        lock (_gate)
        {
            _mails.Enqueue(mail, (priority, _posted++));
            _hasMail = true;
        }

        Signal();
    }

    /// <summary>Wakes whoever waits: something they may be waiting for has happened.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _signals++;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Wakes the thread if it sleeps or is about to. For whoever made work visible with a full memory fence before; costs one read
    /// while the thread is busy.
    /// </summary>
    public void SignalIfIdle()
    {
        if (Volatile.Read(ref _waiting) != 0)
        {
            Signal();
        }
    }

    /// <summary>Runs the mails that are there, the most urgent first.</summary>
    public void RunBatch()
    {
        if (!_hasMail)
        {
            return;
        }

        lock (_gate)
        {
            while (_mails.TryDequeue(out var mail, out _))
            {
                _batch.Add(mail);
            }

            _hasMail = false;
        }

        try
        {
            foreach (var mail in _batch)
            {
                mail();
            }
        }
        finally
        {
            _batch.Clear();
        }
    }

    /// <summary>
    /// Sleeps until somebody signals, unless there is work already. A cancelled task is woken by the mail that cancels it.
    /// </summary>
    /// <param name="hasWork">Looks once more, after those who make work visible can see that somebody waits.</param>
    public void Wait(Func<bool> hasWork)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            var seen = Interlocked.Read(ref _signals);
            if (hasWork())
            {
                return;
            }

            lock (_gate)
            {
                while (_signals == seen)
                {
                    Monitor.Wait(_gate);
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}

namespace SavepointCli.Engine.State.Timers;

/// <summary>
/// The timers of one service and one time domain in this subtask: a set, and a heap by timestamp over all key groups. Entries know
/// their place in the heap, so that deleting one does not search.
/// </summary>
internal sealed class TimerQueue<TKey, TNamespace>(IEqualityComparer<TKey>? keyComparer)
{
    private readonly HashSet<TimerEntry<TKey, TNamespace>> _set = new(new TimerEntryComparer<TKey, TNamespace>(keyComparer));
    private readonly List<TimerEntry<TKey, TNamespace>> _heap = [];

    /// <summary>Hears of what is added and removed, to keep it elsewhere as well; null if nobody does.</summary>
    public ITimerRecord<TKey, TNamespace>? Record { get; set; }

    /// <summary>Number of timers.</summary>
    public int Count => _heap.Count;

    /// <summary>The timer that fires next, or null.</summary>
    public TimerEntry<TKey, TNamespace>? First => _heap.Count == 0 ? null : _heap[0];

    /// <summary>Adds a timer; false if it is there already.</summary>
    public bool Add(TimerEntry<TKey, TNamespace> timer)
    {
        if (!_set.Add(timer))
        {
            return false;
        }

        _heap.Add(timer);
        SiftUp(timer, _heap.Count - 1);
        Record?.Added(timer);
        return true;
    }

    /// <summary>Removes the timer equal to the given one; false if there is none.</summary>
    public bool Remove(TimerEntry<TKey, TNamespace> timer)
    {
        if (!_set.TryGetValue(timer, out var stored))
        {
            return false;
        }

        _set.Remove(stored);
        var hole = stored.HeapIndex;
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (!ReferenceEquals(last, stored))
        {
            Settle(last, hole);
        }

        Record?.Removed(stored);
        return true;
    }

    /// <summary>The timers as they are now, in no particular order.</summary>
    public TimerEntry<TKey, TNamespace>[] View() => [.. _heap];

    private void Settle(TimerEntry<TKey, TNamespace> timer, int hole)
    {
        if (hole > 0 && timer.Timestamp < _heap[(hole - 1) / 2].Timestamp)
        {
            SiftUp(timer, hole);
        }
        else
        {
            SiftDown(timer, hole);
        }
    }

    private void SiftUp(TimerEntry<TKey, TNamespace> timer, int hole)
    {
        while (hole > 0 && timer.Timestamp < _heap[(hole - 1) / 2].Timestamp)
        {
            Place(_heap[(hole - 1) / 2], hole);
            hole = (hole - 1) / 2;
        }

        Place(timer, hole);
    }

    private void SiftDown(TimerEntry<TKey, TNamespace> timer, int hole)
    {
        while ((2 * hole) + 1 < _heap.Count)
        {
            var child = (2 * hole) + 1;
            if (child + 1 < _heap.Count && _heap[child + 1].Timestamp < _heap[child].Timestamp)
            {
                child++;
            }

            if (_heap[child].Timestamp >= timer.Timestamp)
            {
                break;
            }

            Place(_heap[child], hole);
            hole = child;
        }

        Place(timer, hole);
    }

    private void Place(TimerEntry<TKey, TNamespace> timer, int index)
    {
        _heap[index] = timer;
        timer.HeapIndex = index;
    }
}

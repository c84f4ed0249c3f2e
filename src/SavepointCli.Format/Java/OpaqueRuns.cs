namespace SavepointCli.Format.Java;

/// <summary>
/// Where runs of bytes end that only the job's own classes can read, as far as somebody found out: by itself such a run has no end.
/// A reader that carries these takes the runs whole instead of giving up.
/// </summary>
public sealed class OpaqueRuns
{
    private readonly List<Run> _runs = [];

    /// <summary>How many runs are known.</summary>
    public int Count => _runs.Count;

    /// <summary>The run that reading came upon last without knowing its end; null if there was none.</summary>
    internal (long Start, string ClassName)? Missing { get; private set; }

    /// <summary>Says where the run at <paramref name="start"/> ends: the last run that is known, or one behind it.</summary>
    /// <param name="start">First byte, as <see cref="JavaDataReader.Offset"/> counts.</param>
    /// <param name="end">First byte behind the run.</param>
    /// <param name="className">The class that could read it.</param>
    public void SetLast(long start, long end, string className)
    {
        var run = new Run(start, end, className);
        if (_runs.Count > 0 && _runs[^1].Start >= start)
        {
            _runs[^1] = _runs[^1].Start == start
                ? run
                : throw new ArgumentOutOfRangeException(nameof(start), start, "stands before the last run");
            return;
        }

        _runs.Add(run);
    }

    /// <summary>Notes a run whose end is not known; null forgets it.</summary>
    internal void SetMissing(long? start, string className = "") => Missing = start is { } known ? (known, className) : null;

    /// <summary>Forgets the last run.</summary>
    public void RemoveLast() => _runs.RemoveAt(_runs.Count - 1);

    /// <summary>Forgets all runs.</summary>
    public void Clear() => _runs.Clear();

    /// <summary>The classes that could read the runs.</summary>
    public IEnumerable<string> Classes => _runs.Select(run => run.ClassName);

    internal bool TryGet(long start, out long end, out string className)
    {
        var index = IndexOf(start);
        var found = index < _runs.Count && _runs[index].Start == start;
        (end, className) = found ? (_runs[index].End, _runs[index].ClassName) : (start, "");
        return found;
    }

    /// <summary>Index of the first run that does not begin before a position.</summary>
    private int IndexOf(long start)
    {
        var (low, high) = (0, _runs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _runs[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private readonly record struct Run(long Start, long End, string ClassName);
}

namespace SavepointCli.Format.Streams;

/// <summary>
/// Where runs of bytes end whose stream stores only where they begin: at the next larger position that anything begins at, else at
/// the end of the stream.
/// </summary>
internal sealed class RunBounds
{
    private readonly long[] _starts;
    private readonly long _streamLength;

    public RunBounds(IEnumerable<long> offsets, long streamLength)
    {
        _starts = [.. offsets];
        Array.Sort(_starts);
        _streamLength = streamLength;
    }

    /// <summary>First position behind the run that begins at <paramref name="start"/>.</summary>
    public long EndOf(long start)
    {
        var index = Array.BinarySearch(_starts, start);
        index = index < 0 ? ~index : index;
        while (index < _starts.Length && _starts[index] <= start)
        {
            index++;
        }

        return index < _starts.Length ? Math.Min(_starts[index], _streamLength) : _streamLength;
    }
}

namespace SavepointCli.Engine.State.Tables;

/// <summary>
/// The clock of copy-on-write: every snapshot advances it, and whatever is older than the newest snapshot that still runs must be
/// copied before it is changed. Taken by the task thread, released by the thread that wrote the snapshot.
/// </summary>
internal sealed class SnapshotVersions
{
    /// <summary>The version that marks a slot without an entry; real versions begin above it.</summary>
    public const int None = 0;

    private readonly Lock _gate = new();
    private readonly List<int> _running = [];
    private volatile int _required;

    /// <summary>The version that new and changed entries get. Read and advanced by the task thread only.</summary>
    public int Current { get; private set; } = None + 1;

    /// <summary>
    /// Entries below this version belong to a running snapshot, too. A stale, higher value that the task thread may see after a release
    /// only costs a copy.
    /// </summary>
    public int Required => _required;

    /// <summary>Begins a snapshot and returns its version.</summary>
    public int Take()
    {
        lock (_gate)
        {
            Current++;
            _running.Add(Current);
            _required = Current;
            return Current;
        }
    }

    /// <summary>Ends a snapshot: nobody looks at its view any more.</summary>
    public void Release(int version)
    {
        lock (_gate)
        {
            _running.Remove(version);
            _required = _running.Count == 0 ? None : _running.Max();
        }
    }
}

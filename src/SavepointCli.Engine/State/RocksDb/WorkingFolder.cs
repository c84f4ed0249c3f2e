namespace SavepointCli.Engine.State.RocksDb;

/// <summary>
/// The local folder of one database and of the copies that snapshots make of it. Deleted when the database and the last snapshot that is
/// still being written are done with it.
/// </summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string _path;
    private int _users = 1;
    private int _copies;

    private WorkingFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(Database);
    }

    /// <summary>Where the database lies.</summary>
    public string Database => Path.Combine(_path, "db");

    /// <summary>Makes a new folder.</summary>
    /// <param name="parent">Where; made, too, if it is not there.</param>
    public static WorkingFolder Create(string parent) => new(Path.Combine(parent, $"savepointctl-state-{Guid.NewGuid():N}"));

    /// <summary>A place for a copy of the database; nothing exists there yet.</summary>
    public string NextCopy() => Path.Combine(_path, $"copy-{Interlocked.Increment(ref _copies)}");

    /// <summary>One user more, who disposes the folder in turn.</summary>
    public WorkingFolder Share()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <summary>One user less.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _users) == 0 && Directory.Exists(_path))
        {
            Directory.Delete(_path, recursive: true);
        }
    }
}

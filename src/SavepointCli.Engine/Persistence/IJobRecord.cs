using SavepointCli.Engine.Checkpoints;

namespace SavepointCli.Engine.Persistence;

/// <summary>
/// What a later process of the engine must know to go on with a job. All members do blocking work on the disk and may be called from
/// any thread.
/// </summary>
internal interface IJobRecord
{
    /// <summary>Notes that an id is taken, before anything of its snapshot exists.</summary>
    void ReserveId(long id);

    /// <summary>Notes what the job can go back to.</summary>
    /// <param name="version">Grows from call to call; an older list never replaces a newer one.</param>
    /// <param name="stored">The snapshots, oldest first.</param>
    void Save(long version, IReadOnlyList<StoredSnapshot> stored);

    /// <summary>Forgets the job: it has ended for good.</summary>
    void Delete();
}

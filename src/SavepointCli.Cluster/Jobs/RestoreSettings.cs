namespace SavepointCli.Cluster.Jobs;

/// <summary>What a job starts from (<c>SavepointRestoreSettings</c>).</summary>
/// <param name="Path">Path of the snapshot, as the cluster understands it.</param>
/// <param name="AllowNonRestoredState">Whether state that no operator claims may be left behind.</param>
/// <param name="Mode"><c>CLAIM</c>, <c>NO_CLAIM</c> or <c>LEGACY</c>; null for the cluster's default.</param>
public sealed record RestoreSettings(string Path, bool AllowNonRestoredState, string? Mode);

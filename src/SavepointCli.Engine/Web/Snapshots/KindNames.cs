using System.Collections.Frozen;
using SavepointCli.Operations.Inspect;

namespace SavepointCli.Engine.Web.Snapshots;

/// <summary>The words in which the page says what something is.</summary>
internal static class KindNames
{
    private static readonly FrozenDictionary<InspectedKind, string> Snapshots = new Dictionary<InspectedKind, string>
    {
        [InspectedKind.Unknown] = "snapshot",
        [InspectedKind.Savepoint] = "savepoint",
        [InspectedKind.CanonicalSavepoint] = "canonical savepoint",
        [InspectedKind.NativeSavepoint] = "native savepoint",
        [InspectedKind.FullCheckpoint] = "full checkpoint",
        [InspectedKind.IncrementalCheckpoint] = "incremental checkpoint",
        [InspectedKind.ChangelogCheckpoint] = "changelog checkpoint",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<InspectedStateKind, string> States = new Dictionary<InspectedStateKind, string>
    {
        [InspectedStateKind.Keyed] = "keyed",
        [InspectedStateKind.Timers] = "timers",
        [InspectedStateKind.Split] = "split list",
        [InspectedStateKind.Union] = "union list",
        [InspectedStateKind.Broadcast] = "broadcast",
    }.ToFrozenDictionary();

    /// <summary>What a snapshot is.</summary>
    public static string Of(InspectedKind kind) => Snapshots[kind];

    /// <summary>What a state is.</summary>
    public static string Of(InspectedStateKind kind) => States[kind];
}

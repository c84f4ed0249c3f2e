using System.Collections.Frozen;

namespace SavepointCli.Format.Metadata;

/// <summary>What sets one version of the metadata apart from the others.</summary>
/// <param name="Version">The number behind the magic.</param>
/// <param name="WrittenBy">The Flink releases that write it.</param>
/// <param name="IsLegacy">Version 2: chain lengths and legacy states, no coordinators, no finished subtasks.</param>
/// <param name="HasOperatorNames">Name and uid stand in front of each operator's id.</param>
/// <param name="HasCheckpointProperties">Java-serialised properties follow the last operator.</param>
/// <param name="HasCheckpointReference">Each subtask may name the checkpoint that it refers to.</param>
/// <param name="Channels">How records in flight are stored.</param>
public sealed record MetadataLayout(
    int Version,
    string WrittenBy,
    bool IsLegacy,
    bool HasOperatorNames,
    bool HasCheckpointProperties,
    bool HasCheckpointReference,
    ChannelStateLayout Channels)
{
    /// <summary>The versions that are read and written.</summary>
    public static FrozenDictionary<int, MetadataLayout> Known { get; } = new MetadataLayout[]
    {
        new(2, "1.3 to 1.10", true, false, false, false, ChannelStateLayout.None),
        new(3, "1.11 to 1.15", false, false, false, false, ChannelStateLayout.Separate),
        new(4, "1.16 to 1.20", false, false, true, false, ChannelStateLayout.Separate),
        new(5, "2.0", false, true, true, false, ChannelStateLayout.Separate),
        new(6, "2.1 to 2.3", false, true, true, false, ChannelStateLayout.Mergeable),
        new(7, "later than 2.3", false, true, true, true, ChannelStateLayout.Mergeable),
    }.ToFrozenDictionary(layout => layout.Version);

    /// <summary>The layout of a version.</summary>
    public static MetadataLayout Of(int version) =>
        Known.TryGetValue(version, out var layout)
            ? layout
            : throw new ArgumentOutOfRangeException(nameof(version), version, "unknown version of the metadata");
}

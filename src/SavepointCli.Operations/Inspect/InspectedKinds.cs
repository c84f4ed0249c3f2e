using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Operations.Inspect;

/// <summary>Finds out what a snapshot is: from its properties if it has any, else from its handles and its place.</summary>
internal static class InspectedKinds
{
    private const string SavepointPrefix = "savepoint-";
    private const string CheckpointPrefix = "chk-";

    public static InspectedKind Of(SnapshotMetadata metadata, SnapshotPointer pointer)
    {
        var properties = CheckpointPropertiesTail.Parse(metadata.PropertiesTail.Span);
        var handles = metadata.Operators.SelectMany(state => state.Subtasks).Select(subtask => subtask.ManagedKeyedState).ToList();
        return properties switch
        {
            { Format: SavepointFormatType.Canonical } => InspectedKind.CanonicalSavepoint,
            { Format: SavepointFormatType.Native } => InspectedKind.NativeSavepoint,
            { Type: SnapshotType.Checkpoint or SnapshotType.FullCheckpoint } => CheckpointOf(handles),
            _ when handles.Any(handle => handle is KeyGroupsHandle { Format: KeyGroupsFormat.Savepoint }) => InspectedKind.CanonicalSavepoint,
            _ when CheckpointOf(handles) is not InspectedKind.FullCheckpoint and var kind => kind,
            _ => ByName(Path.GetFileName(pointer.Directory)),
        };
    }

    private static InspectedKind CheckpointOf(List<KeyedStateHandle?> handles) => handles switch
    {
        _ when handles.Any(handle => handle is ChangelogKeyedStateHandle) => InspectedKind.ChangelogCheckpoint,
        _ when handles.Any(handle => handle is IncrementalKeyedStateHandle { SharedFiles.IsEmpty: false }) => InspectedKind.IncrementalCheckpoint,
        _ => InspectedKind.FullCheckpoint,
    };

    private static InspectedKind ByName(string directory) =>
        directory.StartsWith(SavepointPrefix, StringComparison.Ordinal) ? InspectedKind.Savepoint
        : directory.StartsWith(CheckpointPrefix, StringComparison.Ordinal) ? InspectedKind.FullCheckpoint
        : InspectedKind.Unknown;
}

namespace SavepointCli.Format.Metadata;

/// <summary>What the kinds of snapshot are called in serialised <c>CheckpointProperties</c>.</summary>
internal static class SnapshotTypeNames
{
    private const string Canonical = "CANONICAL";
    private const string Native = "NATIVE";

    // The last column: SavepointType.PostCheckpointAction of savepoints, SnapshotType.SharingFilesStrategy of checkpoints.
    private static readonly (SnapshotType Type, string Name, string Constant)[] Table =
    [
        (SnapshotType.Checkpoint, "Checkpoint", "FORWARD_BACKWARD"),
        (SnapshotType.FullCheckpoint, "Full Checkpoint", "FORWARD"),
        (SnapshotType.Savepoint, "Savepoint", "NONE"),
        (SnapshotType.SuspendSavepoint, "Suspend Savepoint", "SUSPEND"),
        (SnapshotType.TerminateSavepoint, "Terminate Savepoint", "TERMINATE"),
    ];

    public static bool IsCheckpoint(SnapshotType type) => type is SnapshotType.Checkpoint or SnapshotType.FullCheckpoint;

    public static string NameOf(SnapshotType type) => RowOf(type).Name;

    public static string ConstantOf(SnapshotType type) => RowOf(type).Constant;

    public static bool TryParse(string name, out SnapshotType type)
    {
        type = Array.Find(Table, row => row.Name == name).Type;
        return type != SnapshotType.Unrecorded;
    }

    public static string NameOf(SavepointFormatType format) => format == SavepointFormatType.Native ? Native : Canonical;

    public static SavepointFormatType? FormatOf(string name) => name switch
    {
        Canonical => SavepointFormatType.Canonical,
        Native => SavepointFormatType.Native,
        _ => null,
    };

    private static (SnapshotType Type, string Name, string Constant) RowOf(SnapshotType type) => Array.Find(Table, row => row.Type == type);
}

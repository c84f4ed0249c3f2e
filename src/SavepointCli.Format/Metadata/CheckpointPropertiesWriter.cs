using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>
/// Writes <c>CheckpointProperties</c> as <c>ObjectOutputStream</c> does. The class layouts and their serial versions are those
/// of Flink 1.16 to 2.3; the numbers of back references follow from the order in which things are written.
/// </summary>
internal static class CheckpointPropertiesWriter
{
    private const string CheckpointPackage = "org.apache.flink.runtime.checkpoint.";
    private const string StringType = "Ljava/lang/String;";

    private const int PropertiesVersion = 2;
    private const long SavepointTypeVersion = unchecked((long)0xA087D308A45814B8);
    private const long CheckpointTypeVersion = unchecked((long)0xD6DE4F0305AE1D3A);

    // Handle of the description of java.lang.Enum once the format of a savepoint stands in the stream.
    private const int EnumClassHandle = JavaStreamConstants.FirstHandle + 9;
    private const byte EnumFlags = JavaStreamConstants.SerializableFlag | JavaStreamConstants.EnumFlag;

    private static readonly string[] Flags =
        ["discardCancelled", "discardFailed", "discardFinished", "discardSubsumed", "discardSuspended", "forced", "unclaimed"];

    // A savepoint that somebody asked for counts as forced: it is not held back by other snapshots.
    private static readonly byte[] NeverDiscardedForced = [0, 0, 0, 0, 0, 1, 0];
    private static readonly byte[] DiscardedWithTheJob = [1, 1, 1, 1, 1, 0, 0];
    private static readonly byte[] KeptOnCancellation = [0, 0, 1, 1, 0, 0, 0];

    public static ReadOnlyMemory<byte> Write(CheckpointPropertiesTail properties)
    {
        var writer = new JavaDataWriter(1024);
        var isCheckpoint = SnapshotTypeNames.IsCheckpoint(properties.Type);
        writer.WriteUInt16(JavaStreamConstants.Magic);
        writer.WriteUInt16(JavaStreamConstants.Version);
        writer.WriteByte(JavaStreamConstants.ObjectTag);
        BeginClass(writer, CheckpointPackage + "CheckpointProperties", PropertiesVersion, JavaStreamConstants.SerializableFlag, Flags.Length + 1);
        foreach (var flag in Flags)
        {
            writer.WriteByte((byte)'Z');
            ModifiedUtf8.Write(writer, flag);
        }

        WriteField(writer, "checkpointType", $"L{CheckpointPackage.Replace('.', '/')}SnapshotType;");
        EndClassWithoutParent(writer);
        writer.WriteBytes(!isCheckpoint ? NeverDiscardedForced : properties.RetainedOnCancellation ? KeptOnCancellation : DiscardedWithTheJob);
        if (isCheckpoint)
        {
            WriteCheckpointType(writer, properties.Type);
        }
        else
        {
            WriteSavepointType(writer, properties.Type, properties.Format ?? SavepointFormatType.Canonical);
        }

        return writer.ToArray();
    }

    private static void WriteSavepointType(JavaDataWriter writer, SnapshotType type, SavepointFormatType format)
    {
        const string FormatClass = "org.apache.flink.core.execution.SavepointFormatType";
        const string ActionClass = CheckpointPackage + "SavepointType$PostCheckpointAction";
        writer.WriteByte(JavaStreamConstants.ObjectTag);
        BeginClass(writer, CheckpointPackage + "SavepointType", SavepointTypeVersion, JavaStreamConstants.SerializableFlag, fields: 3);
        WriteField(writer, "formatType", TypeOf(FormatClass));
        WriteField(writer, "name", StringType);
        WriteField(writer, "postCheckpointAction", TypeOf(ActionClass));
        EndClassWithoutParent(writer);
        WriteFirstEnum(writer, FormatClass, SnapshotTypeNames.NameOf(format));
        WriteString(writer, SnapshotTypeNames.NameOf(type));
        BeginEnum(writer, ActionClass);
        writer.WriteByte(JavaStreamConstants.ReferenceTag);
        writer.WriteInt32(EnumClassHandle);
        WriteString(writer, SnapshotTypeNames.ConstantOf(type));
    }

    private static void WriteCheckpointType(JavaDataWriter writer, SnapshotType type)
    {
        const string StrategyClass = CheckpointPackage + "SnapshotType$SharingFilesStrategy";
        writer.WriteByte(JavaStreamConstants.ObjectTag);
        BeginClass(writer, CheckpointPackage + "CheckpointType", CheckpointTypeVersion, JavaStreamConstants.SerializableFlag, fields: 2);
        WriteField(writer, "name", StringType);
        WriteField(writer, "sharingFilesStrategy", TypeOf(StrategyClass));
        EndClassWithoutParent(writer);
        WriteString(writer, SnapshotTypeNames.NameOf(type));
        WriteFirstEnum(writer, StrategyClass, SnapshotTypeNames.ConstantOf(type));
    }

    private static void WriteFirstEnum(JavaDataWriter writer, string className, string constant)
    {
        BeginEnum(writer, className);
        BeginClass(writer, "java.lang.Enum", version: 0, EnumFlags, fields: 0);
        EndClassWithoutParent(writer);
        WriteString(writer, constant);
    }

    private static void BeginEnum(JavaDataWriter writer, string className)
    {
        writer.WriteByte(JavaStreamConstants.EnumTag);
        BeginClass(writer, className, version: 0, EnumFlags, fields: 0);
        writer.WriteByte(JavaStreamConstants.EndOfAnnotationsTag);
    }

    private static void BeginClass(JavaDataWriter writer, string className, long version, byte flags, int fields)
    {
        writer.WriteByte(JavaStreamConstants.ClassDescriptionTag);
        ModifiedUtf8.Write(writer, className);
        writer.WriteInt64(version);
        writer.WriteByte(flags);
        writer.WriteUInt16((ushort)fields);
    }

    private static void EndClassWithoutParent(JavaDataWriter writer)
    {
        writer.WriteByte(JavaStreamConstants.EndOfAnnotationsTag);
        writer.WriteByte(JavaStreamConstants.NullTag);
    }

    private static void WriteField(JavaDataWriter writer, string name, string type)
    {
        writer.WriteByte((byte)'L');
        ModifiedUtf8.Write(writer, name);
        WriteString(writer, type);
    }

    private static void WriteString(JavaDataWriter writer, string text)
    {
        writer.WriteByte(JavaStreamConstants.StringTag);
        ModifiedUtf8.Write(writer, text);
    }

    private static string TypeOf(string className) => $"L{className.Replace('.', '/')};";
}

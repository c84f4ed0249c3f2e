using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>
/// The Java-serialised <c>CheckpointProperties</c> at the end of metadata version 4 and later. Flink must be able to deserialise them,
/// so what is written has exactly the bytes that Flink 1.16 to 2.3 write; what is read is kept as it is and understood only
/// as far as it says what kind of snapshot it is.
/// </summary>
/// <param name="Type">The kind of snapshot.</param>
/// <param name="Format">The format of a savepoint; null for checkpoints.</param>
/// <param name="RetainedOnCancellation">Checkpoints: whether cancelling the job keeps them.</param>
public sealed record CheckpointPropertiesTail(SnapshotType Type, SavepointFormatType? Format = null, bool RetainedOnCancellation = false)
{
    /// <summary>The properties of a writer that has none: Flink restores such a snapshot. Right for canonical savepoints.</summary>
    public static ReadOnlyMemory<byte> Null { get; } = new byte[] { 0xAC, 0xED, 0x00, 0x05, 0x70 };

    /// <summary>What is known where nothing is recorded.</summary>
    public static CheckpointPropertiesTail Unrecorded { get; } = new(SnapshotType.Unrecorded);

    /// <summary>Says what kind of snapshot the properties describe; <see cref="SnapshotType.Unrecorded"/> where they do not.</summary>
    /// <param name="tail">The bytes; may be empty.</param>
    /// <exception cref="SavepointFormatException">The bytes are cut off.</exception>
    public static CheckpointPropertiesTail Parse(ReadOnlySpan<byte> tail) => tail.IsEmpty ? Unrecorded : Read(new JavaDataReader(tail));

    /// <summary>The bytes that Flink would have written.</summary>
    public ReadOnlyMemory<byte> ToBytes() => Type == SnapshotType.Unrecorded ? Null : CheckpointPropertiesWriter.Write(this);

    internal static CheckpointPropertiesTail Read(JavaDataReader reader)
    {
        if (ReadContent(ref reader) is not JavaObject properties
            || properties["checkpointType"] is not JavaObject type
            || type["name"] is not string name
            || !SnapshotTypeNames.TryParse(name, out var kind))
        {
            return Unrecorded;
        }

        var format = (type["formatType"] as JavaEnum)?.Name;
        return new CheckpointPropertiesTail(
            kind,
            format is null ? null : SnapshotTypeNames.FormatOf(format),
            SnapshotTypeNames.IsCheckpoint(kind) && properties["discardCancelled"] is false);
    }

    private static object? ReadContent(ref JavaDataReader reader)
    {
        try
        {
            return JavaObjectStream.Read(ref reader);
        }
        catch (SavepointFormatException unknown) when (unknown.ExitCode == ExitCode.Unsupported)
        {
            // Objects that only their own class understands are no damage; there is just nothing to learn from them.
            return null;
        }
    }
}

using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>
/// The list state in which a source's reader keeps its splits: each element is a byte array (<c>length:i32</c>) that holds
/// <see cref="VersionedBytes"/>. Mirrors <c>SourceOperator</c>; see <c>docs/format/operator-state.md</c>.
/// </summary>
public static class SourceReaderState
{
    /// <summary>Name of the state.</summary>
    public const string StateName = "SourceReaderState";

    /// <summary>Takes the split out of an element.</summary>
    public static VersionedBytes ReadElement(ref JavaDataReader reader)
    {
        var element = new JavaDataReader(reader.ReadBytes(reader.ReadCount("bytes of a split")), reader.Origin);
        return VersionedBytes.Read(ref element);
    }

    /// <summary>Makes an element of a split.</summary>
    public static void WriteElement(JavaDataWriter writer, VersionedBytes split)
    {
        writer.WriteInt32(sizeof(int) + sizeof(int) + split.Bytes.Length);
        split.Write(writer);
    }
}

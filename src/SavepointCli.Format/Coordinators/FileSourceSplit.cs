using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>Part of a file that a <c>FileSource</c> reads.</summary>
/// <param name="SplitId">Id of the split.</param>
/// <param name="Path">The file; null if the path was.</param>
/// <param name="Offset">First byte of the part.</param>
/// <param name="Length">Bytes of the part.</param>
/// <param name="ModificationTime">When the file was changed: milliseconds since the epoch.</param>
/// <param name="FileSize">Bytes of the file.</param>
/// <param name="Hosts">Hosts that hold the part.</param>
/// <param name="Position">How far it was read; null if it was not begun.</param>
public sealed record FileSourceSplit(
    string SplitId,
    FilePathParts? Path,
    long Offset,
    long Length,
    long ModificationTime,
    long FileSize,
    ImmutableArray<string> Hosts,
    FileSourcePosition? Position)
{
    /// <summary>Version of the split serializer.</summary>
    public const int Version = 1;

    /// <summary>Reads one split.</summary>
    public static FileSourceSplit Read(ref JavaDataReader reader)
    {
        var id = ModifiedUtf8.Read(ref reader);
        var path = reader.ReadBoolean() ? FilePathParts.Read(ref reader) : null;
        var (offset, length, modified, size) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        var hosts = ImmutableArray.CreateBuilder<string>(reader.ReadCount("hosts", sizeof(ushort)));
        while (hosts.Count < hosts.Capacity)
        {
            hosts.Add(ModifiedUtf8.Read(ref reader));
        }

        var position = reader.ReadBoolean() ? new FileSourcePosition(reader.ReadInt64(), reader.ReadInt64()) : null;
        return new FileSourceSplit(id, path, offset, length, modified, size, hosts.MoveToImmutable(), position);
    }

    /// <summary>Writes one split.</summary>
    public void Write(JavaDataWriter writer)
    {
        ModifiedUtf8.Write(writer, SplitId);
        writer.WriteBoolean(Path is not null);
        Path?.Write(writer);
        writer.WriteInt64(Offset);
        writer.WriteInt64(Length);
        writer.WriteInt64(ModificationTime);
        writer.WriteInt64(FileSize);
        writer.WriteInt32(Hosts.Length);
        foreach (var host in Hosts)
        {
            ModifiedUtf8.Write(writer, host);
        }

        writer.WriteBoolean(Position is not null);
        if (Position is not null)
        {
            writer.WriteInt64(Position.Offset);
            writer.WriteInt64(Position.RecordsAfterOffset);
        }
    }
}

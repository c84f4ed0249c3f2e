using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>Reads and writes Flink's <c>LinkedOptionalMap</c>: a header, a count, then named entries in frames. The order counts.</summary>
internal static class LinkedOptionalMap
{
    private const long Header = 0x000004F2_C69A3D70;
    private const int SmallestEntry = sizeof(ushort) + 2;

    /// <summary>Reads a map whose values are left as bytes.</summary>
    public static ImmutableArray<OptionalMapEntry> Read(ref JavaDataReader reader) => Read(ref reader, holdsSnapshots: false);

    /// <summary>Reads a map whose values are serializer snapshots.</summary>
    public static ImmutableArray<OptionalMapEntry> ReadSnapshots(ref JavaDataReader reader) => Read(ref reader, holdsSnapshots: true);

    public static void Write(JavaDataWriter writer, ImmutableArray<OptionalMapEntry> entries)
    {
        writer.WriteInt64(Header);
        writer.WriteInt32(entries.Length);
        foreach (var entry in entries)
        {
            ModifiedUtf8.Write(writer, entry.Name);
            WriteFrame(writer, entry.Key);
            WriteFrame(writer, entry.Value);
        }
    }

    private static ImmutableArray<OptionalMapEntry> Read(ref JavaDataReader reader, bool holdsSnapshots)
    {
        var at = reader.Offset;
        var header = reader.ReadInt64();
        if (header != Header)
        {
            throw new SavepointFormatException($"wrong header of an optional map: {header:X16}", reader.Origin.Path, at);
        }

        var count = reader.ReadCount("optional map entries", SmallestEntry);
        var entries = ImmutableArray.CreateBuilder<OptionalMapEntry>();
        for (var i = 0; i < count; i++)
        {
            var name = ModifiedUtf8.Read(ref reader);
            var key = ReadFrame(ref reader, holdsSnapshot: false, out _);
            var value = ReadFrame(ref reader, holdsSnapshots, out var snapshot);
            entries.Add(new OptionalMapEntry(name, key, value, snapshot));
        }

        return entries.DrainToImmutable();
    }

    private static ReadOnlyMemory<byte>? ReadFrame(ref JavaDataReader reader, bool holdsSnapshot, out SerializerSnapshot? snapshot)
    {
        snapshot = null;
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var frame = reader.ReadFrame(reader.ReadInt32());
        var bytes = frame.Slice(0, frame.Remaining).ToArray();
        if (holdsSnapshot)
        {
            snapshot = ReadSnapshot(ref frame);
        }

        return bytes;
    }

    private static SerializerSnapshot? ReadSnapshot(ref JavaDataReader frame)
    {
        try
        {
            var snapshot = SerializerSnapshots.Read(ref frame);
            return frame.Remaining == 0 ? snapshot : throw frame.Fault("bytes behind a serializer snapshot in its frame");
        }
        catch (SavepointFormatException unknown) when (unknown.ExitCode == ExitCode.Unsupported)
        {
            // What the frame is for: a class that is not known costs this entry, not the map.
            return null;
        }
    }

    private static void WriteFrame(JavaDataWriter writer, ReadOnlyMemory<byte>? frame)
    {
        writer.WriteBoolean(frame.HasValue);
        if (frame is { } bytes)
        {
            writer.WriteInt32(bytes.Length);
            writer.WriteBytes(bytes.Span);
        }
    }
}

using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>The mirror of <see cref="MetadataReader"/>.</summary>
internal static class MetadataWriterExtensions
{
    public static void WriteText(this JavaDataWriter writer, string text) => ModifiedUtf8.Write(writer, text);

    public static void WriteCountedBytes(this JavaDataWriter writer, ReadOnlyMemory<byte> bytes)
    {
        writer.WriteInt32(bytes.Length);
        writer.WriteBytes(bytes.Span);
    }

    public static void WriteCountedOffsets(this JavaDataWriter writer, ImmutableArray<long> offsets)
    {
        writer.WriteInt32(offsets.Length);
        writer.WriteOffsets(offsets);
    }

    public static void WriteOffsets(this JavaDataWriter writer, ImmutableArray<long> offsets)
    {
        foreach (var offset in offsets)
        {
            writer.WriteInt64(offset);
        }
    }

    public static void WriteKeyGroupRange(this JavaDataWriter writer, KeyGroupRange range)
    {
        writer.WriteInt32(range.Start);
        writer.WriteInt32(range.Count);
    }

    public static void WriteList<T>(this JavaDataWriter writer, ImmutableArray<T> elements, Action<JavaDataWriter, T> writeElement)
    {
        writer.WriteInt32(elements.Length);
        foreach (var element in elements)
        {
            writeElement(writer, element);
        }
    }
}

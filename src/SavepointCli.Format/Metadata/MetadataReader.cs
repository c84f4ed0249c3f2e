using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Reads one element of a counted list.</summary>
internal delegate T ElementReader<out T>(ref MetadataReader reader);

/// <summary>A <see cref="JavaDataReader"/> that can hand out runs of bytes as slices of the memory they lie in.</summary>
internal ref struct MetadataReader(ReadOnlyMemory<byte> source, DataOrigin origin)
{
    /// <summary>Reads the plain values.</summary>
    public JavaDataReader Data = new(source.Span, origin);

    /// <summary>Bytes as a slice, not a copy.</summary>
    public ReadOnlyMemory<byte> ReadBytes(int length)
    {
        var start = Data.Position;
        Data.Skip(length);
        return source.Slice(start, length);
    }

    /// <summary>A count and as many bytes.</summary>
    public ReadOnlyMemory<byte> ReadCountedBytes(string what) => ReadBytes(Data.ReadCount(what));

    /// <summary>The bytes read since a position.</summary>
    public readonly ReadOnlyMemory<byte> Since(int start) => source[start..Data.Position];

    public ReadOnlyMemory<byte> ReadRest() => ReadBytes(Data.Remaining);

    public string ReadText() => ModifiedUtf8.Read(ref Data);

    public ImmutableArray<long> ReadCountedOffsets() => ReadOffsets(Data.ReadCount("offsets", sizeof(long)));

    public ImmutableArray<long> ReadOffsets(int count)
    {
        var bytes = Data.ReadBytes(count * sizeof(long));
        if (count == 0)
        {
            return [];
        }

        var offsets = new long[count];
        var stored = MemoryMarshal.Cast<byte, long>(bytes);
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(stored, offsets);
        }
        else
        {
            stored.CopyTo(offsets);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(offsets);
    }

    public KeyGroupRange ReadKeyGroupRange()
    {
        var start = Data.ReadInt32();
        var count = Data.ReadInt32();
        if (start < 0 || count < 0 || (long)start + count > KeyGroups.MaxParallelismLimit)
        {
            throw Data.Fault($"impossible key groups: {count} from {start} on");
        }

        return KeyGroupRange.OfCount(start, count);
    }

    /// <summary>A count and as many elements.</summary>
    public static ImmutableArray<T> ReadList<T>(ref MetadataReader reader, string what, int smallestElement, ElementReader<T> readElement)
    {
        var count = reader.Data.ReadCount(what, smallestElement);
        if (count == 0)
        {
            return [];
        }

        var elements = new T[count];
        for (var i = 0; i < count; i++)
        {
            elements[i] = readElement(ref reader);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(elements);
    }
}

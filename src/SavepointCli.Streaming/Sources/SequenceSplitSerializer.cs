using System.Buffers.Binary;
using System.Text;

namespace SavepointCli.Streaming.Sources;

/// <summary>
/// Version 1: length and characters of the id, first and last number, big-endian. Ids are ASCII, of which Java's modified UTF-8
/// is the same bytes.
/// </summary>
internal sealed class SequenceSplitSerializer : ISimpleVersionedSerializer<SequenceSplit>
{
    private const int NumbersLength = 2 * sizeof(long);

    public int Version => 1;

    public SequenceSplit Deserialize(int version, ReadOnlySpan<byte> bytes)
    {
        CheckVersion(version);
        var split = Read(bytes, out var length);
        return length == bytes.Length ? split : throw new InvalidDataException($"A number sequence split has {bytes.Length - length} bytes too many.");
    }

    public byte[] Serialize(SequenceSplit split)
    {
        var bytes = new byte[LengthOf(split)];
        Write(split, bytes);
        return bytes;
    }

    public static void CheckVersion(int version)
    {
        if (version != 1)
            throw new InvalidDataException($"Number sequence splits have version {version}; known is 1.");
    }

    public static SequenceSplit Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var idLength = bytes.Length < sizeof(short) ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        length = sizeof(short) + idLength + NumbersLength;
        if (length > bytes.Length)
            throw new InvalidDataException($"A number sequence split needs {length} bytes, but {bytes.Length} are there.");
        var numbers = bytes[(sizeof(short) + idLength)..];
        return new SequenceSplit(
            Encoding.ASCII.GetString(bytes.Slice(sizeof(short), idLength)),
            BinaryPrimitives.ReadInt64BigEndian(numbers),
            BinaryPrimitives.ReadInt64BigEndian(numbers[sizeof(long)..]));
    }

    public static int LengthOf(SequenceSplit split) => sizeof(short) + split.SplitId.Length + NumbersLength;

    public static void Write(SequenceSplit split, Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)split.SplitId.Length);
        Encoding.ASCII.GetBytes(split.SplitId, bytes[sizeof(short)..]);
        var numbers = bytes[(sizeof(short) + split.SplitId.Length)..];
        BinaryPrimitives.WriteInt64BigEndian(numbers, split.From);
        BinaryPrimitives.WriteInt64BigEndian(numbers[sizeof(long)..], split.To);
    }
}

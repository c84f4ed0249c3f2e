using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SavepointCli.Format.Compression;

/// <summary>
/// Numbers of the public snappy framing format, in which Flink compresses key groups and operator state
/// (<c>SnappyFramedOutputStream</c>); see <c>docs/format/keyed-state.md</c>.
/// </summary>
internal static class SnappyFraming
{
    /// <summary>Type byte and length of a chunk.</summary>
    public const int ChunkHeaderLength = 4;

    /// <summary>Checksum in front of the data of a chunk; the chunk's length includes it.</summary>
    public const int ChecksumLength = 4;

    /// <summary>Most bytes of one chunk before compression.</summary>
    public const int BlockLength = 65536;

    /// <summary>Chunk that holds a snappy block.</summary>
    public const byte CompressedChunk = 0x00;

    /// <summary>Chunk that holds the bytes as they are.</summary>
    public const byte RawChunk = 0x01;

    /// <summary>First of the chunk types that a reader passes over; the ones below it are reserved and must not be passed over.</summary>
    public const byte FirstSkippableChunk = 0x80;

    /// <summary>The stream identifier; it may be repeated anywhere.</summary>
    public const byte IdentifierChunk = 0xFF;

    private const uint MaskDelta = 0xA282EAD8;

    /// <summary>The chunk with which every framed stream begins.</summary>
    public static ReadOnlySpan<byte> Header => [0xFF, 0x06, 0x00, 0x00, (byte)'s', (byte)'N', (byte)'a', (byte)'P', (byte)'p', (byte)'Y'];

    /// <summary>The masked CRC-32C of the bytes before compression.</summary>
    public static uint Checksum(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(data);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var rest in data[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return unchecked(BitOperations.RotateRight(~crc, 15) + MaskDelta);
    }
}

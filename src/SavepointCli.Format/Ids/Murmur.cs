using System.Buffers.Binary;
using System.Numerics;

namespace SavepointCli.Format.Ids;

/// <summary>The three MurmurHash3 variants of Flink: 128 bits for operator ids, 32 bits for key groups and for binary rows.</summary>
internal static class Murmur
{
    private const int BlockSize = 16;
    private const uint MixA = 0xcc9e2d51;
    private const uint MixB = 0x1b873593;
    private const ulong LongMixA = 0x87c37b91114253d5;
    private const ulong LongMixB = 0x4cf5ad432745937f;

    /// <summary><c>murmur3_x64_128</c> with seed 0; bytes in the order of Guava's <c>HashCode.asBytes</c>.</summary>
    public static UInt128 Hash128(ReadOnlySpan<byte> data)
    {
        unchecked
        {
            ulong h1 = 0, h2 = 0;
            var rest = data;
            for (; rest.Length >= BlockSize; rest = rest[BlockSize..])
            {
                h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(rest));
                h1 = (BitOperations.RotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
                h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(rest[sizeof(ulong)..]));
                h2 = (BitOperations.RotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
            }

            // An incomplete block is mixed as if filled with zeros: mixing zero gives zero, so an empty half changes nothing.
            Span<byte> last = stackalloc byte[BlockSize];
            last.Clear();
            rest.CopyTo(last);
            h1 ^= MixFirst(BinaryPrimitives.ReadUInt64LittleEndian(last)) ^ (ulong)data.Length;
            h2 ^= MixSecond(BinaryPrimitives.ReadUInt64LittleEndian(last[sizeof(ulong)..])) ^ (ulong)data.Length;
            h1 += h2;
            h2 += h1;
            h1 = Finish(h1);
            h2 = Finish(h2);
            h1 += h2;
            h2 += h1;
            return new UInt128(BinaryPrimitives.ReverseEndianness(h1), BinaryPrimitives.ReverseEndianness(h2));
        }
    }

    /// <summary>Flink's <c>MathUtils.murmurHash</c> of one int: never negative.</summary>
    public static int HashInt32(int value)
    {
        var hash = unchecked((int)Finish(MixWord(0, (uint)value) ^ sizeof(int)));
        return hash >= 0 ? hash : hash == int.MinValue ? 0 : -hash;
    }

    /// <summary>Flink's <c>MurmurHashUtils</c>: little-endian words, then each byte that is left over as a word of its own.</summary>
    public static int HashBytes(ReadOnlySpan<byte> data)
    {
        const uint Seed = 42;
        var hash = Seed;
        var rest = data;
        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash = MixWord(hash, BinaryPrimitives.ReadUInt32LittleEndian(rest));
        }

        foreach (var single in rest)
        {
            hash = MixWord(hash, unchecked((uint)(sbyte)single));
        }

        return unchecked((int)Finish(hash ^ (uint)data.Length));
    }

    private static uint MixWord(uint hash, uint word)
    {
        unchecked
        {
            hash ^= BitOperations.RotateLeft(word * MixA, 15) * MixB;
            return BitOperations.RotateLeft(hash, 13) * 5 + 0xe6546b64;
        }
    }

    private static uint Finish(uint hash)
    {
        unchecked
        {
            hash = (hash ^ hash >> 16) * 0x85ebca6b;
            hash = (hash ^ hash >> 13) * 0xc2b2ae35;
            return hash ^ hash >> 16;
        }
    }

    private static ulong MixFirst(ulong half) => unchecked(BitOperations.RotateLeft(half * LongMixA, 31) * LongMixB);

    private static ulong MixSecond(ulong half) => unchecked(BitOperations.RotateLeft(half * LongMixB, 33) * LongMixA);

    private static ulong Finish(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccd;
            hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53;
            return hash ^ hash >> 33;
        }
    }
}

using System.Buffers.Binary;

namespace SavepointCli.Fuzz;

/// <summary>Makes bytes that are nearly right: most of the input survives, so that readers get past the first check.</summary>
internal sealed class Mutator(Random random)
{
    private const int MostMutations = 6;

    private static readonly long[] BoundaryNumbers =
        [0, 1, -1, 127, 128, 255, 256, short.MaxValue, ushort.MaxValue, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 1L << 31, 1L << 40];

    public byte[] Mutate(byte[] seed, byte[] other)
    {
        var bytes = (byte[])seed.Clone();
        for (var left = random.Next(1, MostMutations + 1); left > 0 && bytes.Length > 0; left--)
        {
            bytes = random.Next(7) switch
            {
                0 => bytes[..random.Next(bytes.Length)],
                1 => Splice(bytes, other),
                2 => Duplicate(bytes),
                3 or 4 => Boundary(bytes),
                5 => Overwrite(bytes),
                _ => FlipBit(bytes),
            };
        }

        return bytes;
    }

    private byte[] FlipBit(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private byte[] Overwrite(byte[] bytes)
    {
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private byte[] Boundary(byte[] bytes)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, BoundaryNumbers[random.Next(BoundaryNumbers.Length)]);
        var width = 1 << random.Next(4);
        var at = random.Next(bytes.Length);
        number[^width..][..Math.Min(width, bytes.Length - at)].CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    private byte[] Duplicate(byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        var end = random.Next(start, bytes.Length);
        return [.. bytes[..end], .. bytes[start..]];
    }

    private byte[] Splice(byte[] bytes, byte[] other) =>
        [.. bytes[..random.Next(bytes.Length)], .. other[random.Next(other.Length + 1)..]];
}

using System.Numerics;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>Numbers, dates and bytes as both versions of Kryo write them.</summary>
internal static class KryoNumbers
{
    private const int MaxBytesOfLong = 9;

    public static int ReadZigZag32(ref JavaDataReader reader)
    {
        var encoded = unchecked((uint)reader.ReadVarInt32());
        return unchecked((int)(encoded >> 1) ^ -(int)(encoded & 1));
    }

    public static long ReadZigZag64(ref JavaDataReader reader)
    {
        var encoded = ReadVarUInt64(ref reader);
        return unchecked((long)(encoded >> 1) ^ -(long)(encoded & 1));
    }

    public static byte[] ReadBytes(ref JavaDataReader reader) => ReadLengthPlusOne(ref reader).ToArray();

    public static JavaBigInteger ReadBigInteger(ref JavaDataReader reader)
    {
        var bytes = ReadLengthPlusOne(ref reader);
        return bytes.IsEmpty ? throw reader.Fault("BigInteger without bytes") : new BigInteger(bytes, isUnsigned: false, isBigEndian: true);
    }

    public static object ReadEpochMillis(ref JavaDataReader reader) => Instant.OfEpochMilli(unchecked((long)ReadVarUInt64(ref reader)));

    public static object ReadTimestamp(ref JavaDataReader reader)
    {
        var second = Instant.OfEpochMilli(unchecked((long)ReadVarUInt64(ref reader)));
        var timestamp = second with { Nano = reader.ReadVarInt32() };
        return timestamp.IsValid ? timestamp : throw reader.Fault("impossible nanoseconds of a timestamp");
    }

    // Seven bits a byte, but the ninth and last byte holds eight.
    private static ulong ReadVarUInt64(ref JavaDataReader reader)
    {
        var result = 0UL;
        for (var i = 0; i < MaxBytesOfLong; i++)
        {
            ulong next = reader.ReadByte();
            if (i == MaxBytesOfLong - 1)
            {
                return result | next << (7 * i);
            }

            result |= (next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                break;
            }
        }

        return result;
    }

    private static ReadOnlySpan<byte> ReadLengthPlusOne(ref JavaDataReader reader)
    {
        var lengthPlusOne = reader.ReadVarInt32();
        return lengthPlusOne > 0
            ? reader.ReadBytes(lengthPlusOne - 1)
            : throw reader.Fault($"impossible length: {(long)lengthPlusOne - 1}");
    }
}

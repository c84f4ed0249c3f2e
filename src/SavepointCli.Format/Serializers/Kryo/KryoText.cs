using System.Text;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>
/// Kryo's texts. Short ASCII: the bytes, the last one with its high bit set. Everything else: a length in UTF-16 units plus one, six
/// bits in the first byte, then the units in one to three bytes each.
/// </summary>
internal static class KryoText
{
    private const int HighBit = 0x80;
    private const int MoreInFirstByte = 0x40;
    private const int BitsInFirstByte = 6;

    public static string? Read(ref JavaDataReader reader)
    {
        if ((reader.Peek() & HighBit) == 0)
        {
            return ReadAscii(ref reader);
        }

        var lengthPlusOne = ReadFlagged(ref reader, out _);
        return lengthPlusOne == 0 ? null : ReadUnits(ref reader, lengthPlusOne - 1);
    }

    /// <summary>A number whose first byte has a flag in its high bit: six bits there, seven in each byte that follows.</summary>
    public static int ReadFlagged(ref JavaDataReader reader, out bool flag)
    {
        var first = reader.ReadByte();
        flag = (first & HighBit) != 0;
        var value = first & MoreInFirstByte - 1;
        if ((first & MoreInFirstByte) == 0)
        {
            return value;
        }

        var rest = unchecked((uint)reader.ReadVarInt32());
        return rest <= (uint)int.MaxValue >> BitsInFirstByte
            ? (int)(rest << BitsInFirstByte) | value
            : throw reader.Fault($"impossible length: {rest} * {MoreInFirstByte}");
    }

    private static string ReadAscii(ref JavaDataReader reader)
    {
        var start = reader.Position;
        while ((reader.ReadByte() & HighBit) == 0)
        {
        }

        var bytes = reader.Slice(start, reader.Position);
        return string.Create(bytes.Length, bytes, static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = (char)(source[i] & ~HighBit);
            }
        });
    }

    private static string ReadUnits(ref JavaDataReader reader, int length)
    {
        if (length > reader.Remaining)
        {
            SavepointFormatException.ThrowTruncated(reader.Origin.Path, reader.Offset, length, reader.Remaining);
        }

        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++)
        {
            text.Append(ReadUnit(ref reader));
        }

        return text.ToString();
    }

    private static char ReadUnit(ref JavaDataReader reader)
    {
        int first = reader.ReadByte();
        return (first >> 4) switch
        {
            < 8 => (char)first,
            12 or 13 => (char)((first & 0x1F) << 6 | reader.ReadByte() & 0x3F),
            14 => (char)((first & 0x0F) << 12 | (reader.ReadByte() & 0x3F) << 6 | reader.ReadByte() & 0x3F),
            _ => throw reader.Fault("text that is not in Kryo's encoding"),
        };
    }
}

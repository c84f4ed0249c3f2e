using System.Text;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// Flink's own text form (<c>StringValue.writeString</c>): a variable-length number, then each UTF-16 unit as a variable-length
/// number. For a text that can be null the number is the length plus one; <c>StringValue</c> itself writes the length.
/// </summary>
internal static class VariableString
{
    private const int MaxBytesPerUnit = 3;
    private const int HighBit = 0x80;

    public static string? Read(ref JavaDataReader reader)
    {
        var lengthPlusOne = reader.ReadVarInt32();
        return lengthPlusOne == 0 ? null : ReadUnits(ref reader, Length(ref reader, lengthPlusOne));
    }

    public static string ReadNotNull(ref JavaDataReader reader) => Read(ref reader) ?? throw reader.Fault("null where a text must stand");

    public static void Write(JavaDataWriter writer, string? value)
    {
        if (value is null)
        {
            writer.WriteByte(0);
            return;
        }

        writer.WriteVarInt32(value.Length + 1);
        WriteUnits(writer, value);
    }

    public static void Skip(ref JavaDataReader reader)
    {
        var lengthPlusOne = reader.ReadVarInt32();
        if (lengthPlusOne != 0)
        {
            SkipUnits(ref reader, Length(ref reader, lengthPlusOne));
        }
    }

    /// <summary>Prints the text as JSON, or null.</summary>
    public static void Print(ref JavaDataReader reader, JsonBuffer output)
    {
        var lengthPlusOne = reader.ReadVarInt32();
        if (lengthPlusOne == 0)
        {
            output.WriteNull();
        }
        else
        {
            PrintUnits(ref reader, Length(ref reader, lengthPlusOne), output);
        }
    }

    public static void PrintUnits(ref JavaDataReader reader, int length, JsonBuffer output)
    {
        var start = reader.Position;
        SkipUnits(ref reader, length);
        var bytes = reader.Slice(start, reader.Position);
        if (bytes.Length == length)
        {
            output.WriteAscii(bytes);
            return;
        }

        var units = output.Units(length);
        DecodeUnits(units, bytes);
        output.WriteText(units);
    }

    /// <summary>The hash of the text in Java; 0 for null.</summary>
    public static int Hash(ref JavaDataReader reader)
    {
        var lengthPlusOne = reader.ReadVarInt32();
        return lengthPlusOne == 0 ? 0 : HashUnits(ref reader, Length(ref reader, lengthPlusOne));
    }

    public static int HashUnits(ref JavaDataReader reader, int length)
    {
        RequireRoom(ref reader, length);
        var hash = 0;
        for (var i = 0; i < length; i++)
        {
            hash = JavaHash.Append(hash, ReadUnit(ref reader));
        }

        return hash;
    }

    public static string ReadUnits(ref JavaDataReader reader, int length)
    {
        RequireRoom(ref reader, length);
        var start = reader.Position;
        SkipUnits(ref reader, length);
        var bytes = reader.Slice(start, reader.Position);
        return bytes.Length == length ? Encoding.Latin1.GetString(bytes) : string.Create(length, bytes, DecodeUnits);
    }

    public static void SkipUnits(ref JavaDataReader reader, int length)
    {
        RequireRoom(ref reader, length);
        var start = reader.Position;
        if (Ascii.IsValid(reader.Slice(start, start + length)))
        {
            reader.Skip(length);
            return;
        }

        for (var i = 0; i < length; i++)
        {
            SkipUnit(ref reader);
        }
    }

    public static void WriteUnits(JavaDataWriter writer, string value)
    {
        var most = checked(value.Length * MaxBytesPerUnit);
        var span = writer.Reserve(most);
        if (Ascii.FromUtf16(value, span, out var used) != System.Buffers.OperationStatus.Done)
        {
            used = 0;
            foreach (var unit in value)
            {
                var rest = (uint)unit;
                for (; rest >= HighBit; rest >>= 7)
                {
                    span[used++] = (byte)(rest & 0x7F | HighBit);
                }

                span[used++] = (byte)rest;
            }
        }

        writer.Truncate(writer.Length - (most - used));
    }

    private static int Length(ref JavaDataReader reader, int lengthPlusOne) =>
        lengthPlusOne > 0 ? lengthPlusOne - 1 : throw reader.Fault($"impossible length of a text: {unchecked((uint)lengthPlusOne)}");

    private static void RequireRoom(ref JavaDataReader reader, int length)
    {
        if (length < 0 || length > reader.Remaining)
        {
            SavepointFormatException.ThrowTruncated(reader.Origin.Path, reader.Offset, unchecked((uint)length), reader.Remaining);
        }
    }

    private static char ReadUnit(ref JavaDataReader reader)
    {
        var start = reader.Position;
        SkipUnit(ref reader);
        var unit = 0;
        var bytes = reader.Slice(start, reader.Position);
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            unit = unit << 7 | bytes[i] & 0x7F;
        }

        return (char)unit;
    }

    private static void SkipUnit(ref JavaDataReader reader)
    {
        if (reader.ReadByte() < HighBit || reader.ReadByte() < HighBit)
        {
            return;
        }

        if (reader.ReadByte() >= 4)
        {
            throw reader.Fault("character of a text beyond 16 bits");
        }
    }

    private static void DecodeUnits(Span<char> text, ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = 0;
            var shift = 0;
            byte next;
            do
            {
                next = bytes[at++];
                unit |= (next & 0x7F) << shift;
                shift += 7;
            }
            while (next >= HighBit);
            text[i] = (char)unit;
        }
    }
}

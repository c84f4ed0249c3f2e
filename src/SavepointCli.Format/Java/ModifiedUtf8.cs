using System.Text;

namespace SavepointCli.Format.Java;

/// <summary>
/// The text form of Java's <c>writeUTF</c>: two bytes of length, then one to three bytes for each UTF-16 unit. NUL takes two bytes
/// and surrogates are written one by one, so it is not UTF-8 and .NET's encodings reject it.
/// </summary>
public static class ModifiedUtf8
{
    /// <summary>Most bytes that one text can take, length bytes aside.</summary>
    public const int MaxBytes = ushort.MaxValue;

    private const int ShownStart = 16;

    /// <summary>Reads length and text.</summary>
    /// <exception cref="SavepointFormatException">The bytes are not modified UTF-8.</exception>
    public static string Read(ref JavaDataReader reader) => Decode(ref reader, reader.ReadUInt16());

    /// <summary>Writes length and text.</summary>
    /// <exception cref="SavepointException">The text takes more than <see cref="MaxBytes"/> bytes.</exception>
    public static void Write(JavaDataWriter writer, string text)
    {
        var length = EncodedLength(text);
        if (length > MaxBytes)
        {
            throw new SavepointException(
                ExitCode.Unsupported,
                $"text of {length} bytes, starting with '{text[..ShownStart]}', is longer than the {MaxBytes} bytes that the format can hold");
        }

        writer.WriteUInt16((ushort)length);
        Encode(text, writer.Reserve(length));
    }

    /// <summary>Moves behind length and text.</summary>
    public static void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadUInt16());

    /// <summary>Bytes that the text takes, without the length bytes.</summary>
    public static int EncodedLength(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        foreach (var unit in text)
        {
            if (unit is '\0' or > '\u007F')
            {
                length += unit > '\u07FF' ? 2 : 1;
            }
        }

        return length;
    }

    /// <summary>Reads a text of <paramref name="length"/> bytes that has no length of its own in front.</summary>
    public static string Decode(ref JavaDataReader reader, int length)
    {
        var start = reader.Offset;
        var bytes = reader.ReadBytes(length);
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new StringBuilder(length);
        for (var i = 0; i < bytes.Length;)
        {
            if (!TryDecodeUnit(bytes, ref i, out var unit))
            {
                throw new SavepointFormatException("text that is not modified UTF-8", reader.Origin.Path, start + i);
            }

            text.Append(unit);
        }

        return text.ToString();
    }

    // Java accepts what it would not have written (a plain 00, longer forms than needed); only broken sequences are faults.
    private static bool TryDecodeUnit(ReadOnlySpan<byte> bytes, ref int i, out char unit)
    {
        int first = bytes[i];
        var length = first < 0x80 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : 0;
        unit = default;
        if (length == 0 || i + length > bytes.Length)
        {
            return false;
        }

        var value = length switch { 1 => first, 2 => first & 0x1F, _ => first & 0x0F };
        for (var next = 1; next < length; next++)
        {
            int more = bytes[i + next];
            if ((more & 0xC0) != 0x80)
            {
                return false;
            }

            value = value << 6 | more & 0x3F;
        }

        unit = (char)value;
        i += length;
        return true;
    }

    /// <summary>Writes the text, without length bytes, to exactly <see cref="EncodedLength"/> bytes.</summary>
    public static void Encode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (destination.Length == text.Length && Encoding.ASCII.TryGetBytes(text, destination, out _))
        {
            return;
        }

        var at = 0;
        foreach (var unit in text)
        {
            switch (unit)
            {
                case > '\u07FF':
                    destination[at++] = (byte)(0xE0 | unit >> 12);
                    destination[at++] = (byte)(0x80 | unit >> 6 & 0x3F);
                    destination[at++] = (byte)(0x80 | unit & 0x3F);
                    break;
                case '\0' or > '\u007F':
                    destination[at++] = (byte)(0xC0 | unit >> 6);
                    destination[at++] = (byte)(0x80 | unit & 0x3F);
                    break;
                default:
                    destination[at++] = (byte)unit;
                    break;
            }
        }
    }
}

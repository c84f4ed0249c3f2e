using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SavepointCli.Format.Values;

/// <summary>
/// Takes JSON as UTF-8 bytes, the common values without an object for each: what scans of millions of entries print into. Texts are escaped
/// as little as JSON allows, so that letters of any script stay readable; the form of values is that of <see cref="ValueJson"/>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The JSON writer owns nothing but this buffer.")]
public sealed class JsonBuffer : IBufferWriter<byte>
{
    private const int LongestNumber = 32;
    private const int MostBytesPerEscape = 6;

    /// <summary>What stands for itself between quotes.</summary>
    private static readonly SearchValues<byte> Bare =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Where(unit => unit is not ('"' or '\\')).Select(unit => (byte)unit)]);

    private readonly Utf8JsonWriter _general;
    private byte[] _bytes = new byte[1024];
    private byte[] _utf8 = [];
    private char[] _units = [];

    /// <summary>An empty buffer.</summary>
    public JsonBuffer() =>
        _general = new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next change.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Bytes that the buffer has room for without growing.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>Forgets what was written behind a length.</summary>
    public void Truncate(int length) => Length = length <= Length ? length : throw new ArgumentOutOfRangeException(nameof(length));

    /// <summary>Writes JSON that is JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Length += json.Length;
    }

    /// <summary>Writes one ASCII character of punctuation.</summary>
    public void WriteRaw(char punctuation)
    {
        Reserve(1)[0] = (byte)punctuation;
        Length++;
    }

    /// <summary>Writes null.</summary>
    public void WriteNull() => WriteRaw("null"u8);

    /// <summary>Writes a truth value.</summary>
    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    /// <summary>Writes a whole number.</summary>
    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(LongestNumber), out var written);
        Length += written;
    }

    /// <summary>Writes a number in the shortest form that reads back as the same; as a text what is no number.</summary>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            WriteValue(value);
            return;
        }

        value.TryFormat(Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a number of single precision in its own shortest form.</summary>
    public void WriteNumber(float value)
    {
        if (!float.IsFinite(value))
        {
            WriteValue(value);
            return;
        }

        value.TryFormat(Reserve(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a text of ASCII characters.</summary>
    public void WriteAscii(ReadOnlySpan<byte> text)
    {
        WriteRaw('"');
        WriteEscaped(text);
        WriteRaw('"');
    }

    /// <summary>Writes a text of UTF-16 units; half a surrogate pair, which UTF-8 does not have, as the escape that JSON has for it.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        if (!JsonText.IsWellFormed(text))
        {
            WriteValue(text.ToString());
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_utf8.Length < most)
        {
            _utf8 = new byte[most];
        }

        WriteAscii(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)));
    }

    /// <summary>Room for the units of a text that is to be written; valid until the next call.</summary>
    public Span<char> Units(int length)
    {
        if (_units.Length < length)
        {
            _units = new char[length];
        }

        return _units.AsSpan(0, length);
    }

    /// <summary>Writes any value in its general form.</summary>
    public void WriteValue(object? value) => Write(value, static (writer, what) => ValueJson.Write(writer, what));

    /// <summary>Writes what is written to a JSON writer.</summary>
    public void Write<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        write(_general, what);
        _general.Flush();
        _general.Reset();
    }

    void IBufferWriter<byte>.Advance(int count) => Length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Reserve(Math.Max(sizeHint, 1));

    private void WriteEscaped(ReadOnlySpan<byte> utf8)
    {
        var bare = utf8.IndexOfAnyExcept(Bare);
        if (bare < 0)
        {
            WriteRaw(utf8);
            return;
        }

        WriteRaw(utf8[..bare]);
        var rest = utf8[bare..];
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(rest, Reserve(checked(MostBytesPerEscape * rest.Length)), out _, out var written);
        Length += written;
    }

    /// <summary>All free bytes, at least so many.</summary>
    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)Length + length, 2L * _bytes.Length), Array.MaxLength));
        }

        return _bytes.AsSpan(Length);
    }
}

using System.Buffers.Binary;

namespace SavepointCli.Format.Java;

/// <summary>
/// Writes what Java's <c>DataInput</c> reads, into a buffer that grows: big-endian, no alignment. The mirror of <see
/// cref="JavaDataReader"/>.
/// </summary>
public sealed class JavaDataWriter(int initialCapacity = 256)
{
    private byte[] _buffer = new byte[Math.Max(initialCapacity, 16)];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, Length);

    /// <summary>What was written so far, in place: valid until the next write that grows the buffer.</summary>
    public Span<byte> WrittenForPatching => _buffer.AsSpan(0, Length);

    /// <summary>What was written so far, for asynchronous consumers; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Length);

    /// <summary>A copy of what was written so far.</summary>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Forgets everything written; the buffer stays.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written behind <paramref name="length"/>.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>One unsigned byte.</summary>
    public void WriteByte(byte value) => Reserve(1)[0] = value;

    /// <summary>One signed byte.</summary>
    public void WriteSByte(sbyte value) => Reserve(1)[0] = unchecked((byte)value);

    /// <summary>01 or 00.</summary>
    public void WriteBoolean(bool value) => Reserve(1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>Two bytes, signed.</summary>
    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Reserve(sizeof(short)), value);

    /// <summary>Two bytes, unsigned.</summary>
    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Reserve(sizeof(ushort)), value);

    /// <summary>Four bytes, signed.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), value);

    /// <summary>Eight bytes, signed.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(sizeof(long)), value);

    /// <summary>IEEE single; NaN in Java's canonical form.</summary>
    public void WriteSingle(float value) => WriteInt32(float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToInt32Bits(value));

    /// <summary>IEEE double; NaN in Java's canonical form.</summary>
    public void WriteDouble(double value) => WriteInt64(double.IsNaN(value) ? 0x7FF8000000000000L : BitConverter.DoubleToInt64Bits(value));

    /// <summary>The bytes as they are.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>An unsigned LEB128 number, see <see cref="JavaDataReader.ReadVarInt32"/>.</summary>
    public void WriteVarInt32(int value)
    {
        var rest = unchecked((uint)value);
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest & 0x7F | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>Room for <paramref name="length"/> bytes that the caller fills at once.</summary>
    public Span<byte> Reserve(int length)
    {
        if (length > _buffer.Length - Length)
        {
            Grow(length);
        }

        var span = _buffer.AsSpan(Length, length);
        Length += length;
        return span;
    }

    private void Grow(int length)
    {
        var wanted = Math.Max((long)Length + length, Math.Min(2L * _buffer.Length, Array.MaxLength));
        if (wanted > Array.MaxLength)
        {
            throw new SavepointException(ExitCode.Unsupported, $"one value or key group takes more than {Array.MaxLength} bytes");
        }

        Array.Resize(ref _buffer, (int)wanted);
    }
}

using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Format.Java;

/// <summary>
/// Reads what Java's <c>DataOutput</c> writes: big-endian, no alignment. Every length is checked against the bytes that are
/// left before it is believed, so hostile input costs neither memory nor time beyond its own size.
/// </summary>
/// <param name="source">The bytes; position 0 of the reader is their first byte.</param>
/// <param name="origin">Where they come from, for messages.</param>
public ref struct JavaDataReader(ReadOnlySpan<byte> source, DataOrigin? origin = null)
{
    /// <summary>Deepest nesting of structures that any decoder follows before it calls the input hostile.</summary>
    public const int MaxDepth = 200;

    private readonly ReadOnlySpan<byte> _source = source;
    private readonly DataOrigin _origin = origin ?? DataOrigin.Memory;
    private int _depth;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => _source.Length - Position;

    /// <summary>Where the bytes come from.</summary>
    public readonly DataOrigin Origin => _origin;

    /// <summary>Position in the file the bytes come from.</summary>
    public readonly long Offset => _origin.BaseOffset + Position;

    /// <summary>Where values end that nobody but the job can read; null if that is not known.</summary>
    public OpaqueRuns? OpaqueRuns { get; init; }

    /// <summary>Whether the ends of opaque values were looked for: bytes that Flink does not write speak against an end in front of them.</summary>
    internal readonly bool IsSearching => OpaqueRuns is { Count: > 0 };

    /// <summary>One unsigned byte.</summary>
    public byte ReadByte() => Take(1)[0];

    /// <summary>One signed byte.</summary>
    public sbyte ReadSByte() => unchecked((sbyte)Take(1)[0]);

    /// <summary>Java reads any non-zero byte as true. Where the ends of opaque values are looked for, only what it writes will do.</summary>
    public bool ReadBoolean()
    {
        var flag = Take(1)[0];
        return flag <= 1 || !IsSearching ? flag != 0 : throw Fault($"flag {flag}");
    }

    /// <summary>Two bytes, signed.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    /// <summary>Two bytes, unsigned.</summary>
    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    /// <summary>Four bytes, signed.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <summary>Eight bytes, signed.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    /// <summary>IEEE single.</summary>
    public float ReadSingle() => BinaryPrimitives.ReadSingleBigEndian(Take(sizeof(float)));

    /// <summary>IEEE double.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    /// <summary>Exactly <paramref name="length"/> bytes, a slice of the source.</summary>
    public ReadOnlySpan<byte> ReadBytes(int length)
    {
        if (length < 0)
        {
            SavepointFormatException.ThrowImpossibleCount("length", length, _origin.Path, Offset);
        }

        return Take(length);
    }

    /// <summary>A reader of the next bytes alone, as deep in the structure as this one, which moves behind them.</summary>
    public JavaDataReader ReadFrame(int length)
    {
        var frameOrigin = _origin with { BaseOffset = Offset };
        return new JavaDataReader(ReadBytes(length), frameOrigin) { _depth = _depth, OpaqueRuns = OpaqueRuns };
    }

    /// <summary>The same reader, with the ends of opaque values.</summary>
    internal readonly JavaDataReader With(OpaqueRuns runs)
    {
        var reader = new JavaDataReader(_source, _origin) { _depth = _depth, OpaqueRuns = runs };
        reader.Seek(Position);
        return reader;
    }

    /// <summary>The opaque run that begins here, if it is known where it ends.</summary>
    internal bool TryReadOpaque(out ReadOnlySpan<byte> bytes, out string className)
    {
        if (IsSearching && OpaqueRuns!.TryGet(Offset, out var end, out className) && end - Offset <= Remaining)
        {
            bytes = Take((int)(end - Offset));
            return true;
        }

        bytes = default;
        className = "";
        return false;
    }

    /// <summary>All bytes that are left.</summary>
    public ReadOnlySpan<byte> ReadRest() => Take(Remaining);

    /// <summary>Moves on without looking at the bytes.</summary>
    public void Skip(int length) => _ = ReadBytes(length);

    /// <summary>Moves to an absolute position, forwards or backwards.</summary>
    public void Seek(int position)
    {
        if (position < 0 || position > _source.Length)
        {
            SavepointFormatException.ThrowTruncated(_origin.Path, Offset, position, _source.Length);
        }

        Position = position;
    }

    /// <summary>The next byte without moving.</summary>
    public readonly byte Peek() => Remaining > 0 ? _source[Position] : ThrowEnd();

    /// <summary>The next four bytes, signed, without moving.</summary>
    public readonly int PeekInt32()
    {
        var ahead = this;
        return ahead.ReadInt32();
    }

    /// <summary>The bytes between two positions that were read already.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _source[start..end];

    /// <summary>
    /// A count of elements that follow. It is a claim of the file: it must be non-negative and its elements must fit the bytes
    /// that are left.
    /// </summary>
    /// <param name="what">What is counted, for the message.</param>
    /// <param name="smallestElement">Fewest bytes that one element takes; 0 for elements without bytes (then the count is bounded by the bytes left, too).</param>
    public int ReadCount(string what, int smallestElement = 1)
    {
        var at = Offset;
        var count = ReadInt32();
        if (count < 0 || (long)count * Math.Max(smallestElement, 1) > Remaining)
        {
            SavepointFormatException.ThrowImpossibleCount($"number of {what}", count, _origin.Path, at);
        }

        return count;
    }

    /// <summary>An unsigned LEB128 number of at most 32 bits: seven bits a byte, lowest first, high bit set while more follow.</summary>
    public int ReadVarInt32()
    {
        var result = 0U;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = ReadByte();
            result |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return unchecked((int)result);
            }
        }

        throw Fault("variable-length number of more than five bytes");
    }

    /// <summary>Marks one level of nesting; call <see cref="Leave"/> when the structure ends.</summary>
    public void Enter()
    {
        if (++_depth > MaxDepth)
        {
            throw Fault($"nested more than {MaxDepth} levels deep");
        }
    }

    /// <summary>Ends the level of nesting that <see cref="Enter"/> began.</summary>
    public void Leave() => _depth--;

    /// <summary>A fault at the current position.</summary>
    public readonly SavepointFormatException Fault(string what, ExitCode exitCode = ExitCode.Damaged) =>
        exitCode == ExitCode.Damaged
            ? new SavepointFormatException(what, _origin.Path, Offset)
            : new SavepointFormatException(what, _origin.Path, Offset, exitCode, hint: null);

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _source.Length - Position)
        {
            SavepointFormatException.ThrowTruncated(_origin.Path, Offset, length, Remaining);
        }

        var slice = _source.Slice(Position, length);
        Position += length;
        return slice;
    }

    [DoesNotReturn]
    private readonly byte ThrowEnd()
    {
        SavepointFormatException.ThrowTruncated(_origin.Path, Offset, 1, 0);
        return 0;
    }
}

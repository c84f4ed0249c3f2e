using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Format.Streams;

/// <summary>
/// A run of bytes seen through a buffer that slides over it: what is asked for lies contiguous in the buffer. The buffer grows only
/// as bytes arrive, so a length that the file merely claims costs nothing.
/// </summary>
internal abstract class ByteWindow(int capacity)
{
    private byte[] _buffer = new byte[capacity];
    private int _start;
    private int _end;
    private long _left;

    /// <summary>File or description of the bytes, for messages.</summary>
    public abstract string Path { get; }

    /// <summary>Place of the current byte in <see cref="Path"/>, for messages.</summary>
    public abstract long Offset { get; }

    /// <summary>Whether no byte of the run is left.</summary>
    public bool IsAtEnd => !TryPeek(1, out _);

    /// <summary>Free bytes that <see cref="Fill"/> needs to make progress.</summary>
    protected abstract int SmallestFill { get; }

    /// <summary>Bytes in the buffer that were not taken yet.</summary>
    protected int Buffered => _end - _start;

    /// <summary>The next bytes, in place and writable: valid until the next call.</summary>
    /// <exception cref="SavepointFormatException">Fewer are left.</exception>
    public Span<byte> Peek(long count)
    {
        if (!TryPeek(count, out var bytes))
        {
            ThrowTruncated(count);
        }

        return bytes;
    }

    /// <summary>The next bytes if that many are left.</summary>
    public bool TryPeek(long count, out Span<byte> bytes)
    {
        if (count <= _left && (count <= Buffered || Gather(count)))
        {
            bytes = _buffer.AsSpan(_start, (int)count);
            return true;
        }

        bytes = default;
        return false;
    }

    /// <summary>All bytes that are left of the run, in place: valid until the next call.</summary>
    public ReadOnlySpan<byte> PeekRest()
    {
        var length = 0L;
        while (TryPeek(length + 1, out _))
        {
            length = Math.Min(Buffered, _left);
        }

        return Peek(length);
    }

    /// <summary>Moves behind bytes that were peeked.</summary>
    public void Advance(int count)
    {
        _start += count;
        _left -= count;
    }

    /// <summary>A fault at the current byte.</summary>
    public SavepointFormatException Fault(string what) => new(what, Path, Offset);

    /// <summary>Puts more bytes of the run at the start of <paramref name="free"/>; 0 at the end of the run.</summary>
    protected abstract int Fill(Span<byte> free);

    /// <summary>Begins another run of at most <paramref name="length"/> bytes, keeping the last <paramref name="buffered"/> bytes of the buffer.</summary>
    protected void Begin(long length, int buffered)
    {
        _start = _end - buffered;
        _left = Math.Max(length, 0);
    }

    private bool Gather(long count)
    {
        if (count > Array.MaxLength - SmallestFill)
        {
            throw new SavepointFormatException(
                $"one entry takes {count} bytes, more than {Array.MaxLength - SmallestFill}", Path, Offset, ExitCode.Unsupported, hint: null);
        }

        while (Buffered < count)
        {
            MakeRoom();
            var filled = Fill(_buffer.AsSpan(_end));
            if (filled == 0)
            {
                return false;
            }

            _end += filled;
        }

        return true;
    }

    private void MakeRoom()
    {
        if (_buffer.Length - _end >= SmallestFill)
        {
            return;
        }

        _buffer.AsSpan(_start, Buffered).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_buffer.Length - _end < SmallestFill)
        {
            var wanted = Math.Max(2L * _buffer.Length, (long)_end + SmallestFill);
            Array.Resize(ref _buffer, (int)Math.Min(wanted, Array.MaxLength));
        }
    }

    [DoesNotReturn]
    private void ThrowTruncated(long count) => SavepointFormatException.ThrowTruncated(Path, Offset, count, Math.Min(Buffered, _left));
}

namespace SavepointCli.Format.Streams;

/// <summary>A window on runs of a stream that can seek. Runs that lie behind each other share what was read ahead.</summary>
internal sealed class StreamWindow : ByteWindow
{
    private const int Capacity = 64 * 1024;

    private readonly Stream _stream;
    private readonly long _length;
    private long _position;

    public StreamWindow(Stream stream, string path)
        : base(Capacity)
    {
        _stream = stream;
        _length = stream.Length;
        _position = stream.Position;
        Path = path;
        Begin(_length - _position, buffered: 0);
    }

    public override string Path { get; }

    public override long Offset => _position - Buffered;

    /// <summary>Bytes of the stream.</summary>
    public long Length => _length;

    protected override int SmallestFill => Capacity / 4;

    /// <summary>Makes the bytes from <paramref name="start"/> up to <paramref name="end"/> (exclusive) the run.</summary>
    /// <exception cref="SavepointFormatException">They lie outside the stream.</exception>
    public void Seek(long start, long end)
    {
        if (start < 0 || start > _length)
        {
            throw new SavepointFormatException($"position {start} lies outside the {_length} bytes of the stream", Path, start);
        }

        var length = Math.Min(end, _length) - start;
        if (start >= Offset && start <= _position)
        {
            Begin(length, (int)(_position - start));
            return;
        }

        // Never backwards inside the buffer: a reader may have cleared flag bits in the bytes it passed.
        _stream.Position = start;
        _position = start;
        Begin(length, buffered: 0);
    }

    protected override int Fill(Span<byte> free)
    {
        var read = _stream.Read(free);
        _position += read;
        return read;
    }
}

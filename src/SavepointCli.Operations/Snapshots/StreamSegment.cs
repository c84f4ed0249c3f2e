namespace SavepointCli.Operations.Snapshots;

/// <summary>A run of bytes of a stream that can seek, as a stream of its own.</summary>
internal sealed class StreamSegment : Stream
{
    private readonly Stream _inner;
    private readonly long _start;
    private readonly long _length;

    /// <summary>Takes the stream over: it is disposed with the segment.</summary>
    public StreamSegment(Stream inner, long start, long length)
    {
        _inner = inner;
        _start = start;
        _length = length;
        inner.Position = start;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _inner.Position - _start;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _inner.Position = _start + value;
        }
    }

    private long Left => Math.Max(_length - Position, 0);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _inner.Read(buffer[..(int)Math.Min(buffer.Length, Left)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Left)], cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("the segment is read only");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("the segment is read only");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

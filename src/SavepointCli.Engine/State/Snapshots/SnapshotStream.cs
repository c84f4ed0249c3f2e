using SavepointCli.Format.Handles;
using SavepointCli.Storage;

namespace SavepointCli.Engine.State.Snapshots;

/// <summary>
/// A stream of state on its way into a snapshot: kept in memory up to the inline threshold, then a file with a random name. Mirrors
/// <c>FsCheckpointStateOutputStream</c>. Disposing it without <see cref="Complete"/> leaves no file behind.
/// </summary>
public sealed class SnapshotStream : Stream
{
    private const int FileBuffer = 64 * 1024;

    private readonly IStorage _storage;
    private readonly SnapshotLocation _location;
    private readonly string _name;
    private readonly MemoryStream _head = new();
    private IStorageFile? _file;
    private BufferedStream? _fileStream;
    private long _position;

    internal SnapshotStream(IStorage storage, SnapshotLocation location, string name)
    {
        _storage = storage;
        _location = location;
        _name = name;
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _position;

    /// <summary>Bytes written so far; the offset that a handle records for what follows.</summary>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    private string FilePath => System.IO.Path.Combine(_location.Directory, _name);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_fileStream is null && _position + buffer.Length > _location.InlineThreshold)
        {
            MoveToFile();
        }

        (_fileStream ?? (Stream)_head).Write(buffer);
        _position += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Makes what was written durable and says where it is; null if nothing was written.</summary>
    public StreamHandle? Complete()
    {
        if (_fileStream is null)
        {
            return _position == 0 ? null : new InlineStreamHandle(FlinkPath.ToUri(FilePath), _head.ToArray());
        }

        _fileStream.Flush();
        _file!.Commit();
        return _location.RelativeReferences
            ? new RelativeFileStreamHandle(_name, _position)
            : new FileStreamHandle(FlinkPath.ToUri(FilePath), _position);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file?.Dispose();
            _head.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MoveToFile()
    {
        _file = _storage.CreateNew(FilePath);
        _fileStream = new BufferedStream(_file.Stream, FileBuffer);
        _head.WriteTo(_fileStream);
        _head.SetLength(0);
    }
}

using System.Buffers.Binary;
using SavepointCli.Format.Compression;
using SavepointCli.Format.Java;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// The bytes of one changelog file behind its first byte, which says whether they are compressed. Compressed bytes are read forwards only;
/// to go back means to begin again.
/// </summary>
internal sealed class ChangelogBytes : IDisposable
{
    private const int FlagLength = 1;
    private const int LongestStep = 64 * 1024;

    private readonly Stream _stream;
    private readonly StreamWindow _file;
    private readonly SnappyFramingReader? _chunks;
    private long _position;

    public ChangelogBytes(Stream stream, string path)
    {
        _stream = stream;
        stream.Position = 0;
        _file = new StreamWindow(stream, path);
        if (_file.Peek(FlagLength)[0] != 0)
        {
            _chunks = new SnappyFramingReader(_file);
        }

        _file.Advance(FlagLength);
        _chunks?.Restart();
    }

    private ByteWindow Bytes => _chunks is null ? _file : _chunks;

    /// <summary>Moves to a position counted behind the first byte of the file and before compression.</summary>
    public void Seek(long position)
    {
        if (_chunks is null)
        {
            _file.Seek(position < 0 ? position : position + FlagLength, long.MaxValue);
            _position = position;
            return;
        }

        if (position < _position)
        {
            _file.Seek(FlagLength, long.MaxValue);
            _chunks.Restart();
            _position = 0;
        }

        while (_position < position)
        {
            Skip((int)Math.Min(position - _position, LongestStep));
        }
    }

    /// <summary>Where the next byte stands.</summary>
    public long Position => _position;

    public int ReadInt32()
    {
        var number = BinaryPrimitives.ReadInt32BigEndian(Bytes.Peek(sizeof(int)));
        Skip(sizeof(int));
        return number;
    }

    /// <summary>A number of things that follow. Each takes bytes of its own, so one that is too large ends where the file does.</summary>
    public int ReadCount(string what)
    {
        var count = ReadInt32();
        return count >= 0 ? count : throw Bytes.Fault($"impossible number of {what}: {count}");
    }

    /// <summary>The next change as a reader of its own; valid until the next call.</summary>
    public JavaDataReader ReadChange()
    {
        var length = ReadInt32();
        if (length <= 0)
        {
            throw Bytes.Fault($"impossible length of a change: {length}");
        }

        var origin = new DataOrigin(Bytes.Path, Bytes.Offset);
        var change = new JavaDataReader(Bytes.Peek(length), origin);
        Skip(length);
        return change;
    }

    public void Dispose() => _stream.Dispose();

    private void Skip(int length)
    {
        Bytes.Peek(length);
        Bytes.Advance(length);
        _position += length;
    }
}

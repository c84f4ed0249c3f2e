using System.Buffers.Binary;
using SavepointCli.Format.Streams;
using Snappier;

namespace SavepointCli.Format.Compression;

/// <summary>Writes snappy framed streams as Flink does: blocks of 64 KiB, stored raw where compression gains less than 15 percent.</summary>
internal sealed class SnappyFramingWriter(CountedOutput destination)
{
    private const double WorstCompressionRatio = 0.85;

    private readonly byte[] _block = new byte[SnappyFraming.BlockLength];
    private readonly byte[] _chunk =
        new byte[SnappyFraming.ChunkHeaderLength + SnappyFraming.ChecksumLength + Snappy.GetMaxCompressedLength(SnappyFraming.BlockLength)];

    private int _buffered;

    /// <summary>Writes the identifier with which a framed stream begins.</summary>
    public void Start() => destination.Write(SnappyFraming.Header);

    /// <summary>Appends bytes; they leave in chunks.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, SnappyFraming.BlockLength - _buffered);
            bytes[..taken].CopyTo(_block.AsSpan(_buffered));
            _buffered += taken;
            bytes = bytes[taken..];
            if (_buffered == SnappyFraming.BlockLength)
            {
                Flush();
            }
        }
    }

    /// <summary>Ends the current chunk, if one was begun.</summary>
    public void Flush()
    {
        if (_buffered == 0)
        {
            return;
        }

        var data = _block.AsSpan(0, _buffered);
        var body = _chunk.AsSpan(SnappyFraming.ChunkHeaderLength + SnappyFraming.ChecksumLength);
        var length = Snappy.Compress(data, body);
        var type = SnappyFraming.CompressedChunk;
        if (length > _buffered * WorstCompressionRatio)
        {
            data.CopyTo(body);
            length = _buffered;
            type = SnappyFraming.RawChunk;
        }

        // The length is 24 bits wide, little-endian, behind the type byte.
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk, ((uint)(length + SnappyFraming.ChecksumLength) << 8) | type);
        BinaryPrimitives.WriteUInt32LittleEndian(_chunk.AsSpan(SnappyFraming.ChunkHeaderLength), SnappyFraming.Checksum(data));
        _buffered = 0;
        destination.Write(_chunk.AsSpan(0, SnappyFraming.ChunkHeaderLength + SnappyFraming.ChecksumLength + length));
    }
}

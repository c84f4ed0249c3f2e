using System.Buffers.Binary;
using SavepointCli.Format.Streams;
using Snappier;

namespace SavepointCli.Format.Compression;

/// <summary>
/// Reads a snappy framed stream out of a window on the file. As Flink's reader it passes over identifiers in mid-stream and, unless it
/// is told to, does not look at the checksums.
/// </summary>
/// <param name="source">The window.</param>
/// <param name="checksums">Whether a checksum that is wrong is a fault.</param>
internal sealed class SnappyFramingReader(ByteWindow source, bool checksums = false) : ByteWindow(2 * SnappyFraming.BlockLength)
{
    public override string Path => source.Path;

    /// <inheritdoc/>
    /// <remarks>Bytes inside a chunk have no place of their own: this is the end of the last chunk that was taken.</remarks>
    public override long Offset => source.Offset;

    protected override int SmallestFill => SnappyFraming.BlockLength;

    /// <summary>Begins a framed stream at the current byte of the source.</summary>
    public void Restart()
    {
        if (!source.TryPeek(SnappyFraming.Header.Length, out var header) || !header.SequenceEqual(SnappyFraming.Header))
        {
            throw source.Fault("no snappy framing identifier where compressed state should begin");
        }

        source.Advance(header.Length);
        Resume();
    }

    /// <summary>Continues at a chunk in the middle of a framed stream.</summary>
    public void Resume() => Begin(long.MaxValue, buffered: 0);

    protected override int Fill(Span<byte> free)
    {
        while (!source.IsAtEnd)
        {
            var header = source.Peek(SnappyFraming.ChunkHeaderLength);
            var type = header[0];
            var length = header[1] | (header[2] << 8) | (header[3] << 16);
            var chunk = source.Peek(SnappyFraming.ChunkHeaderLength + length)[SnappyFraming.ChunkHeaderLength..];
            var filled = type switch
            {
                SnappyFraming.CompressedChunk => Decompress(chunk, free),
                SnappyFraming.RawChunk => Copy(chunk, free),
                < SnappyFraming.FirstSkippableChunk => throw source.Fault($"snappy chunk of the reserved type {type}"),
                _ => 0,
            };
            if (checksums && type < SnappyFraming.FirstSkippableChunk && SnappyFraming.Checksum(free[..filled]) != BinaryPrimitives.ReadUInt32LittleEndian(chunk))
            {
                throw source.Fault("the checksum of a snappy chunk is wrong");
            }

            source.Advance(SnappyFraming.ChunkHeaderLength + length);
            if (filled > 0)
            {
                return filled;
            }
        }

        return 0;
    }

    private int Copy(ReadOnlySpan<byte> chunk, Span<byte> free)
    {
        var data = DataOf(chunk);
        if (data.Length > SnappyFraming.BlockLength)
        {
            throw source.Fault($"snappy chunk of {data.Length} bytes, more than {SnappyFraming.BlockLength}");
        }

        data.CopyTo(free);
        return data.Length;
    }

    private int Decompress(ReadOnlySpan<byte> chunk, Span<byte> free)
    {
        var block = DataOf(chunk);
        try
        {
            // The decoder sets memory aside for the length that the block claims before it looks at the room it was given.
            if (Snappy.GetUncompressedLength(block) <= SnappyFraming.BlockLength
                && Snappy.TryDecompress(block, free[..SnappyFraming.BlockLength], out var written))
            {
                return written;
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw new SavepointFormatException($"damaged snappy chunk: {broken.Message}", Path, Offset, inner: broken);
        }

        throw source.Fault($"snappy chunk of more than {SnappyFraming.BlockLength} bytes before compression");
    }

    private ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> chunk) =>
        chunk.Length >= SnappyFraming.ChecksumLength
            ? chunk[SnappyFraming.ChecksumLength..]
            : throw source.Fault("snappy chunk without room for its checksum");
}

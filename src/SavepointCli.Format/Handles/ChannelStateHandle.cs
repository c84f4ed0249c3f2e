using System.Collections.Immutable;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Handles;

/// <summary>
/// State of one channel (or of several merged ones) of an unaligned checkpoint. The record is carried through as it stands: nothing
/// but the same job at the same parallelism can use it.
/// </summary>
/// <param name="Tag">The tag byte of metadata version 6 and later, null before.</param>
/// <param name="Fields">The bytes in front of the stream handle.</param>
/// <param name="Stream">The stream that holds the buffers.</param>
/// <param name="Trailer">The bytes behind the stream handle, without their count (merged records); empty otherwise.</param>
public sealed record ChannelStateHandle(byte? Tag, ReadOnlyMemory<byte> Fields, StreamHandle? Stream, ReadOnlyMemory<byte> Trailer)
{
    private const int SmallestChannel = (3 * sizeof(int)) + sizeof(long);

    /// <summary>What each channel of the record had in flight.</summary>
    /// <exception cref="SavepointFormatException">The record is damaged.</exception>
    public ImmutableArray<ChannelState> Channels()
    {
        var channels = ImmutableArray.CreateBuilder<ChannelState>();
        if (Trailer.IsEmpty)
        {
            var reader = new JavaDataReader(Fields.Span);
            reader.Skip(sizeof(int));
            var (gate, channel) = (reader.ReadInt32(), reader.ReadInt32());
            var buffers = ReadOffsets(ref reader);
            channels.Add(new ChannelState(gate, channel, reader.ReadInt64(), buffers));
            return channels.ToImmutable();
        }

        var merged = new JavaDataReader(Trailer.Span);
        for (var left = merged.ReadCount("merged channels", SmallestChannel); left > 0; left--)
        {
            var (gate, channel, size) = (merged.ReadInt32(), merged.ReadInt32(), merged.ReadInt64());
            channels.Add(new ChannelState(gate, channel, size, ReadOffsets(ref merged)));
        }

        return channels.ToImmutable();
    }

    private static int ReadOffsets(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("offsets of a channel", sizeof(long));
        reader.Skip(count * sizeof(long));
        return count;
    }
}

namespace SavepointCli.Format.Handles;

/// <summary>
/// State of one channel (or of several merged ones) of an unaligned checkpoint. The record is carried through as it stands: nothing
/// but the same job at the same parallelism can use it.
/// </summary>
/// <param name="Tag">The tag byte of metadata version 6 and later, null before.</param>
/// <param name="Fields">The bytes in front of the stream handle.</param>
/// <param name="Stream">The stream that holds the buffers.</param>
/// <param name="Trailer">The bytes behind the stream handle, without their count (merged records); empty otherwise.</param>
public sealed record ChannelStateHandle(byte? Tag, ReadOnlyMemory<byte> Fields, StreamHandle? Stream, ReadOnlyMemory<byte> Trailer);

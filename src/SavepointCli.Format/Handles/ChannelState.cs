namespace SavepointCli.Format.Handles;

/// <summary>What one channel of a subtask had in flight.</summary>
/// <param name="Gate">Input gate, or partition of a result.</param>
/// <param name="Channel">Channel of the gate, or subpartition of the partition.</param>
/// <param name="StateSize">Bytes.</param>
/// <param name="Buffers">Number of buffers.</param>
public sealed record ChannelState(int Gate, int Channel, long StateSize, int Buffers);

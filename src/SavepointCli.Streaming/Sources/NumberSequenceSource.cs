namespace SavepointCli.Streaming.Sources;

/// <summary>The numbers of a sequence. Its state is that of Flink's source of the same name.</summary>
/// <param name="from">The first number.</param>
/// <param name="to">The last number.</param>
public sealed class NumberSequenceSource(long from, long to) : SequenceSource<long>(from, to, number => number, null);

namespace SavepointCli.Streaming.Sources;

/// <summary>A run of numbers that one reader reads. Mirrors <c>NumberSequenceSource.NumberSequenceSplit</c>.</summary>
/// <param name="SplitId">Name of the split, from <c>1</c>.</param>
/// <param name="From">The next number to emit.</param>
/// <param name="To">The last number.</param>
public sealed record SequenceSplit(string SplitId, long From, long To);

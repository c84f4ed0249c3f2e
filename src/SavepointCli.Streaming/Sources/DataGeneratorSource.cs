namespace SavepointCli.Streaming.Sources;

/// <summary>Makes records of the numbers 0, 1 and so on. Its state is that of Flink's source of the same name.</summary>
/// <param name="generator">The record for a number; must give equal records for equal numbers.</param>
/// <param name="count">How many records; <see cref="long.MaxValue"/> for a source that does not end.</param>
/// <param name="recordsPerSecond">Rate over all subtasks together; null for as fast as it goes.</param>
public sealed class DataGeneratorSource<T>(Func<long, T> generator, long count = long.MaxValue, double? recordsPerSecond = null)
    : SequenceSource<T>(0, count - 1, generator, recordsPerSecond);

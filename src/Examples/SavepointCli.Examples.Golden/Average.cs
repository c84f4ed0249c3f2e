using SavepointCli.Streaming.Functions;

namespace SavepointCli.Examples.Golden;

/// <summary>The mean, from sum and count.</summary>
public sealed class Average : AggregateFunction<long, (long Sum, long Count), double>
{
    public override (long Sum, long Count) CreateAccumulator() => (0, 0);

    public override (long Sum, long Count) Add(long value, (long Sum, long Count) accumulator) =>
        (accumulator.Sum + value, accumulator.Count + 1);

    public override double GetResult((long Sum, long Count) accumulator) => (double)accumulator.Sum / accumulator.Count;

    public override (long Sum, long Count) Merge((long Sum, long Count) left, (long Sum, long Count) right) =>
        (left.Sum + right.Sum, left.Count + right.Count);
}

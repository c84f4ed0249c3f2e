using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Spread of a number over some snapshots. The quantiles are the text <c>NaN</c> as long as there is no sample.</summary>
internal sealed record StatsSummary(long Min, long Max, long Avg)
{
    [JsonConverter(typeof(QuantileText))]
    public double P50 { get; init; } = double.NaN;

    [JsonConverter(typeof(QuantileText))]
    public double P90 { get; init; } = double.NaN;

    [JsonConverter(typeof(QuantileText))]
    public double P95 { get; init; } = double.NaN;

    [JsonConverter(typeof(QuantileText))]
    public double P99 { get; init; } = double.NaN;

    [JsonConverter(typeof(QuantileText))]
    public double P999 { get; init; } = double.NaN;

    /// <summary>A number that is always zero here; Flink gives zeros for it even without samples.</summary>
    public static StatsSummary AlwaysZero { get; } = new(0, 0, 0) { P50 = 0, P90 = 0, P95 = 0, P99 = 0, P999 = 0 };

    /// <summary>The spread of the samples.</summary>
    public static StatsSummary Of(IEnumerable<long> samples)
    {
        long[] sorted = [.. samples.Order()];
        return sorted.Length == 0
            ? new StatsSummary(0, 0, 0)
            : new StatsSummary(sorted[0], sorted[^1], sorted.Sum() / sorted.Length)
            {
                P50 = At(sorted, 0.5),
                P90 = At(sorted, 0.9),
                P95 = At(sorted, 0.95),
                P99 = At(sorted, 0.99),
                P999 = At(sorted, 0.999),
            };
    }

    /// <summary>The estimate of the statistics library that Flink uses: position p(n+1), interpolated, cut off at both ends.</summary>
    private static double At(long[] sorted, double share)
    {
        var position = share * (sorted.Length + 1);
        if (position < 1)
        {
            return sorted[0];
        }

        if (position >= sorted.Length)
        {
            return sorted[^1];
        }

        var below = (int)position;
        return sorted[below - 1] + (position - below) * (sorted[below] - sorted[below - 1]);
    }
}

using System.Globalization;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Answers what <c>?get=</c> and <c>?agg=</c> ask of metrics. Without <c>get</c> only the names are given.</summary>
internal static class MetricQuery
{
    private static readonly Dictionary<string, Func<AggregatedMetric, double[], AggregatedMetric>> Aggregations =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["min"] = (metric, values) => metric with { Min = values.Min() },
            ["max"] = (metric, values) => metric with { Max = values.Max() },
            ["avg"] = (metric, values) => metric with { Avg = values.Average() },
            ["sum"] = (metric, values) => metric with { Sum = values.Sum() },
            ["skew"] = (metric, values) => metric with { Skew = Skew(values) },
        };

    /// <summary>The metrics of one thing.</summary>
    public static RestAnswer One(RestCall call, IReadOnlyDictionary<string, string> metrics) => RestAnswer.Of(
        Asked(call) is { } asked
            ? [.. asked.Where(metrics.ContainsKey).Select(id => new MetricAnswer(id) { Value = metrics[id] })]
            : [.. metrics.Keys.Select(id => new MetricAnswer(id))],
        RestJson.Shared.IReadOnlyListMetricAnswer);

    /// <summary>The metrics of several things, put together.</summary>
    public static RestAnswer Many(RestCall call, IReadOnlyCollection<IReadOnlyDictionary<string, string>> metrics)
    {
        string[] aggregations = call.QueryValue("agg")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [.. Aggregations.Keys];
        if (aggregations.Any(name => !Aggregations.ContainsKey(name)))
        {
            return RestRoute.UnreadableParameter("query", "agg", call.QueryValue("agg")!);
        }

        if (Asked(call) is not { } asked)
        {
            return RestAnswer.Of(
                [.. metrics.SelectMany(one => one.Keys).Distinct().Select(id => new AggregatedMetric(id))],
                RestJson.Shared.IReadOnlyListAggregatedMetric);
        }

        return RestAnswer.Of(
            [.. asked.Select(id => Aggregate(id, metrics, aggregations)).OfType<AggregatedMetric>()],
            RestJson.Shared.IReadOnlyListAggregatedMetric);
    }

    private static AggregatedMetric? Aggregate(
        string id, IReadOnlyCollection<IReadOnlyDictionary<string, string>> metrics, string[] aggregations)
    {
        double[] values =
        [
            .. metrics.Select(one => one.GetValueOrDefault(id))
                .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN)
                .Where(double.IsFinite),
        ];
        return values.Length == 0
            ? null
            : aggregations.Aggregate(new AggregatedMetric(id), (metric, name) => Aggregations[name](metric, values));
    }

    /// <summary>Mean deviation from the mean, in percent of it: how unevenly work is spread.</summary>
    private static double Skew(double[] values)
    {
        var mean = values.Average();
        return mean == 0 ? 0 : 100 * values.Average(value => Math.Abs(value - mean)) / mean;
    }

    private static string[]? Asked(RestCall call) => call.QueryValue("get")?.Split(',', StringSplitOptions.RemoveEmptyEntries);
}

using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A metric: its value as text if it was asked for, else its name alone.</summary>
internal sealed record MetricAnswer(string Id)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }
}

/// <summary>A metric over several jobs, tasks or processes; what was not asked for is left out.</summary>
internal sealed record AggregatedMetric(string Id)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Min { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Max { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Avg { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Sum { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Skew { get; init; }
}

/// <summary>The log files of a process.</summary>
internal sealed record LogListAnswer(IReadOnlyList<LogFileAnswer> Logs);

/// <summary>A log file: bytes, and when it was last written.</summary>
internal sealed record LogFileAnswer(string Name, long Size, long Mtime);

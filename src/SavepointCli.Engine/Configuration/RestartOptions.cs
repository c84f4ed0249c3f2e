namespace SavepointCli.Engine.Configuration;

/// <summary>How failed jobs run again. Values that releases default differently are null where nothing is set.</summary>
public static class RestartOptions
{
    /// <summary>The strategy by name; null for the release's default.</summary>
    public static ConfigOption<string?> Strategy { get; } = new("restart-strategy.type", null, Name, "restart-strategy");

    /// <summary>Fixed delay: how often a job is restarted.</summary>
    public static ConfigOption<int> FixedDelayAttempts { get; } = new("restart-strategy.fixed-delay.attempts", 1, ConfigValue.Int32);

    /// <summary>Fixed delay: time before each restart.</summary>
    public static ConfigOption<TimeSpan> FixedDelay { get; } =
        new("restart-strategy.fixed-delay.delay", TimeSpan.FromSeconds(1), ConfigValue.Duration);

    /// <summary>Failure rate: failures within the interval that a job survives.</summary>
    public static ConfigOption<int> MaxFailuresPerInterval { get; } =
        new("restart-strategy.failure-rate.max-failures-per-interval", 1, ConfigValue.Int32);

    /// <summary>Failure rate: the interval.</summary>
    public static ConfigOption<TimeSpan> FailureRateInterval { get; } =
        new("restart-strategy.failure-rate.failure-rate-interval", TimeSpan.FromMinutes(1), ConfigValue.Duration);

    /// <summary>Failure rate: time before each restart.</summary>
    public static ConfigOption<TimeSpan> FailureRateDelay { get; } =
        new("restart-strategy.failure-rate.delay", TimeSpan.FromSeconds(1), ConfigValue.Duration);

    /// <summary>Exponential delay: time before the first restart.</summary>
    public static ConfigOption<TimeSpan> InitialBackoff { get; } =
        new("restart-strategy.exponential-delay.initial-backoff", TimeSpan.FromSeconds(1), ConfigValue.Duration);

    /// <summary>Exponential delay: longest time before a restart.</summary>
    public static ConfigOption<TimeSpan?> MaxBackoff { get; } =
        new("restart-strategy.exponential-delay.max-backoff", null, text => ConfigValue.Duration(text));

    /// <summary>Exponential delay: growth from one restart to the next.</summary>
    public static ConfigOption<double?> BackoffMultiplier { get; } =
        new("restart-strategy.exponential-delay.backoff-multiplier", null, text => ConfigValue.Double(text));

    /// <summary>Exponential delay: time without failure after which the delay starts over.</summary>
    public static ConfigOption<TimeSpan> ResetBackoffThreshold { get; } =
        new("restart-strategy.exponential-delay.reset-backoff-threshold", TimeSpan.FromHours(1), ConfigValue.Duration);

    /// <summary>Exponential delay: share of the delay by which it varies at random.</summary>
    public static ConfigOption<double> JitterFactor { get; } =
        new("restart-strategy.exponential-delay.jitter-factor", 0.1, ConfigValue.Double);

    /// <summary>Exponential delay: restarts before the delay would start over; more end the job.</summary>
    public static ConfigOption<int> AttemptsBeforeReset { get; } =
        new("restart-strategy.exponential-delay.attempts-before-reset-backoff", int.MaxValue, ConfigValue.Int32);

    private static string? Name(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed.ToLowerInvariant() : null;
}

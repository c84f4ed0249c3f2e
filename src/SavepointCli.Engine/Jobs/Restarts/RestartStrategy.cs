using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>Decides whether and when a failed job runs again. Belongs to the job's thread. Mirrors <c>RestartBackoffTimeStrategy</c>.</summary>
internal abstract class RestartStrategy
{
    // What Flink 1.16 does with jobs that take checkpoints if nothing is configured.
    private const string OldProfile = "1.16";
    private static readonly TimeSpan OldDefaultDelay = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, Func<EngineConfiguration, TimeProvider, RestartStrategy>> Known = new()
    {
        ["none"] = (_, _) => NoRestart.Instance,
        ["off"] = (_, _) => NoRestart.Instance,
        ["disable"] = (_, _) => NoRestart.Instance,
        ["fixed-delay"] = FixedDelay,
        ["fixeddelay"] = FixedDelay,
        ["failure-rate"] = FailureRate,
        ["failurerate"] = FailureRate,
        ["exponential-delay"] = ExponentialDelay,
        ["exponentialdelay"] = ExponentialDelay,
    };

    /// <summary>The strategy that is configured; without one, jobs with periodic checkpoints restart and others do not.</summary>
    /// <exception cref="SavepointException">There is no strategy of that name.</exception>
    public static RestartStrategy Of(EngineConfiguration configuration, bool takesCheckpoints, TimeProvider time)
    {
        if (configuration.Get(RestartOptions.Strategy) is { } name)
        {
            return Known.TryGetValue(name, out var create)
                ? create(configuration, time)
                : throw new SavepointException(
                    ExitCode.Usage, $"unknown restart strategy '{name}'", "known are none, fixed-delay, failure-rate and exponential-delay");
        }

        return !takesCheckpoints
            ? NoRestart.Instance
            : IsOld(configuration) ? new FixedDelayRestart(int.MaxValue, OldDefaultDelay) : ExponentialDelay(configuration, time);
    }

    /// <summary>Counts a failure; returns the time until the job runs again, or null if it does not.</summary>
    public abstract TimeSpan? OnFailure();

    private static FixedDelayRestart FixedDelay(EngineConfiguration configuration, TimeProvider time) =>
        new(configuration.Get(RestartOptions.FixedDelayAttempts), configuration.Get(RestartOptions.FixedDelay));

    private static FailureRateRestart FailureRate(EngineConfiguration configuration, TimeProvider time) => new(
        configuration.Get(RestartOptions.MaxFailuresPerInterval), configuration.Get(RestartOptions.FailureRateInterval),
        configuration.Get(RestartOptions.FailureRateDelay), time);

    private static ExponentialDelayRestart ExponentialDelay(EngineConfiguration configuration, TimeProvider time)
    {
        var defaults = IsOld(configuration) ? BackoffDefaults.Flink116 : BackoffDefaults.Flink120;
        return new ExponentialDelayRestart(
            new Backoff(
                configuration.Get(RestartOptions.InitialBackoff),
                configuration.Get(RestartOptions.MaxBackoff) ?? defaults.Max,
                configuration.Get(RestartOptions.BackoffMultiplier) ?? defaults.Multiplier,
                configuration.Get(RestartOptions.JitterFactor)),
            configuration.Get(RestartOptions.ResetBackoffThreshold),
            configuration.Get(RestartOptions.AttemptsBeforeReset),
            time);
    }

    private static bool IsOld(EngineConfiguration configuration) => configuration.Get(EngineOptions.Compat).Version == OldProfile;

    /// <summary>Where the releases differ in the defaults of the exponential delay.</summary>
    private sealed record BackoffDefaults(TimeSpan Max, double Multiplier)
    {
        public static readonly BackoffDefaults Flink116 = new(TimeSpan.FromMinutes(5), 2.0);

        public static readonly BackoffDefaults Flink120 = new(TimeSpan.FromMinutes(1), 1.5);
    }
}

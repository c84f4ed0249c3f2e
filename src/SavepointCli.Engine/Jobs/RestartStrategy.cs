using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// Decides whether and when a failed job runs again. One rule with the parameters of Flink's strategies: <c>none</c>,
/// <c>fixed-delay</c> and <c>exponential-delay</c>.
/// </summary>
/// <param name="attempts">How often it runs again at most.</param>
/// <param name="initialDelay">Time before the first restart.</param>
/// <param name="maxDelay">Longest time before a restart.</param>
/// <param name="multiplier">By how much the time grows from one restart to the next.</param>
internal sealed class RestartStrategy(int attempts, TimeSpan initialDelay, TimeSpan maxDelay, double multiplier)
{
    private const int Unlimited = int.MaxValue;
    private const double Constant = 1;

    // Defaults of exponential-delay in Flink 1.20 and 2.x.
    private const double DefaultMultiplier = 1.5;
    private static readonly TimeSpan DefaultInitialDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DefaultMaxDelay = TimeSpan.FromMinutes(1);

    private TimeSpan _next = initialDelay;
    private int _failures;

    /// <summary>The strategy that is configured; without one, jobs with periodic checkpoints restart and others do not.</summary>
    public static RestartStrategy Of(EngineConfiguration configuration, bool takesCheckpoints) =>
        configuration.Get(EngineOptions.RestartStrategy) switch
        {
            null => takesCheckpoints ? Exponential() : None(),
            "none" or "off" or "disable" => None(),
            "fixed-delay" or "fixeddelay" => Fixed(configuration),
            "exponential-delay" or "exponentialdelay" => Exponential(),
            var name => throw new SavepointException(
                ExitCode.Usage, $"unknown restart strategy '{name}'", "known are none, fixed-delay and exponential-delay"),
        };

    /// <summary>Counts a failure; returns the time until the job runs again, or null if it does not.</summary>
    public TimeSpan? OnFailure()
    {
        if (_failures >= attempts)
        {
            return null;
        }

        _failures++;
        var delay = _next;
        _next = TimeSpan.FromTicks(Math.Min((long)(_next.Ticks * multiplier), maxDelay.Ticks));
        return delay;
    }

    private static RestartStrategy None() => new(0, TimeSpan.Zero, TimeSpan.Zero, Constant);

    private static RestartStrategy Fixed(EngineConfiguration configuration)
    {
        var delay = configuration.Get(EngineOptions.FixedDelay);
        return new RestartStrategy(configuration.Get(EngineOptions.FixedDelayAttempts), delay, delay, Constant);
    }

    private static RestartStrategy Exponential() => new(Unlimited, DefaultInitialDelay, DefaultMaxDelay, DefaultMultiplier);
}

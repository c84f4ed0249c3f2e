namespace SavepointCli.Cluster.Rest;

/// <summary>
/// How often to ask again. A wrong address should show itself within seconds, so the first contact gets few attempts; once the
/// cluster has answered, an outage is more likely a failover that passes, and Flink's own patience (a minute) applies. The pauses
/// double up to a longest one and are spread a little, so that many clients do not come back at once; a configured pause is kept
/// as it is.
/// </summary>
/// <param name="Retries">Attempts after the first.</param>
/// <param name="First">The pause after the first attempt.</param>
/// <param name="Longest">The pause that the doubling ends at.</param>
/// <param name="IsSpread">Whether pauses vary.</param>
internal readonly record struct RetryPolicy(int Retries, TimeSpan First, TimeSpan Longest, bool IsSpread)
{
    private const int MostDoublings = 20;
    private const double Spread = 0.2;

    private static readonly RetryPolicy FirstContact = new(2, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), IsSpread: true);
    private static readonly RetryPolicy Established = new(15, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5), IsSpread: true);

    public static RetryPolicy Of(RestSettings settings, bool hasAnswered)
    {
        var standard = hasAnswered ? Established : FirstContact;
        var retries = Math.Max(0, settings.MaxAttempts ?? standard.Retries);
        return settings.RetryDelay is { } delay
            ? new RetryPolicy(retries, delay, delay, IsSpread: false)
            : standard with { Retries = retries };
    }

    /// <summary>The pause after an attempt, counted from 0.</summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var doubled = First * (1 << Math.Min(attempt, MostDoublings));
        var delay = doubled < Longest ? doubled : Longest;
        return IsSpread ? delay * (1 - Spread + (2 * Spread * Random.Shared.NextDouble())) : delay;
    }
}

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// How often to ask again. A wrong address should show itself within seconds, so the first contact gets few attempts; once the
/// cluster has answered, an outage is more likely a failover that passes, and Flink's own patience (a minute) applies.
/// </summary>
/// <param name="Retries">Attempts after the first.</param>
/// <param name="Delay">Pause between attempts.</param>
internal readonly record struct RetryPolicy(int Retries, TimeSpan Delay)
{
    private static readonly RetryPolicy FirstContact = new(2, TimeSpan.FromSeconds(1));
    private static readonly RetryPolicy Established = new(20, TimeSpan.FromSeconds(3));

    public static RetryPolicy Of(RestSettings settings, bool hasAnswered)
    {
        var standard = hasAnswered ? Established : FirstContact;
        return new RetryPolicy(Math.Max(0, settings.MaxAttempts ?? standard.Retries), settings.RetryDelay ?? standard.Delay);
    }
}

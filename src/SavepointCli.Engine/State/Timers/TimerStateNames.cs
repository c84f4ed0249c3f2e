namespace SavepointCli.Engine.State.Timers;

/// <summary>Names under which snapshots record timers. Mirrors <c>InternalTimersSnapshot</c>.</summary>
internal static class TimerStateNames
{
    private const string Prefix = "_timer_state/";

    public static string EventTime(string service) => $"{Prefix}event_{service}";

    public static string ProcessingTime(string service) => $"{Prefix}processing_{service}";
}

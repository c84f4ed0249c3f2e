namespace SavepointCli.Cluster.Rest;

/// <summary>The pauses between two looks at a running operation: 10 ms, doubling, at most 2 s, as Flink's client makes them.</summary>
internal static class PollIntervals
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static IEnumerable<TimeSpan> Endless()
    {
        for (var next = First; ; next = next * 2 < Longest ? next * 2 : Longest) yield return next;
    }
}

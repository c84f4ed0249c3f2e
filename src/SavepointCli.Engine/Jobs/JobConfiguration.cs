using System.Globalization;
using SavepointCli.Engine.Configuration;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Jobs;

/// <summary>The settings of one job: the program's over those of the submission over those of the cluster.</summary>
internal static class JobConfiguration
{
    /// <summary>Lays the program's settings over the others.</summary>
    public static EngineConfiguration Of(StreamGraph graph, EngineConfiguration submitted) =>
        submitted.With(graph.Configuration).With(Programmatic(graph));

    private static IEnumerable<KeyValuePair<string, string>> Programmatic(StreamGraph graph)
    {
        var checkpointing = graph.Checkpointing;
        (string Key, string? Value)[] settings =
        [
            (EngineOptions.CheckpointInterval.Key, Text(checkpointing.Interval)),
            (EngineOptions.CheckpointTimeout.Key, Text(checkpointing.Timeout)),
            (EngineOptions.CheckpointMinPause.Key, Text(checkpointing.MinPauseBetweenCheckpoints)),
            (EngineOptions.TolerableFailedCheckpoints.Key, Text(checkpointing.TolerableCheckpointFailures)),
            (EngineOptions.CheckpointDirectory.Key, checkpointing.CheckpointDirectory),
            (EngineOptions.SavepointDirectory.Key, graph.DefaultSavepointDirectory),
        ];
        return settings.Where(setting => setting.Value is not null)
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value!));
    }

    private static string? Text(TimeSpan? duration) => Text((long?)duration?.TotalMilliseconds);

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

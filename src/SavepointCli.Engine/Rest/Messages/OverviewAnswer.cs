using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>The counters of <c>/overview</c>.</summary>
internal sealed record OverviewAnswer(
    [property: JsonPropertyName("taskmanagers")] int TaskManagers,
    int SlotsTotal,
    int SlotsAvailable,
    int JobsRunning,
    int JobsFinished,
    int JobsCancelled,
    int JobsFailed,
    string FlinkVersion,
    string FlinkCommit);

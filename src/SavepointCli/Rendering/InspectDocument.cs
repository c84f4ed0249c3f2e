using SavepointCli.Operations.Inspect;
using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Rendering;

/// <summary>What <c>inspect -o json</c> and <c>-o yaml</c> print.</summary>
internal sealed record InspectDocument(
    string ApiVersion,
    string Kind,
    string Path,
    string MetadataFile,
    int MetadataVersion,
    string WrittenByFlink,
    string? RestorableSinceFlink,
    string Written,
    long MetadataBytes,
    long CheckpointId,
    string SnapshotKind,
    bool FileMerging,
    bool? RetainedOnCancellation,
    bool Relocatable,
    IReadOnlyList<RelocationObstacle> RelocationObstacles,
    InspectDocument.Sizes Size,
    int Files,
    long FileBytes,
    long InlineBytes,
    IReadOnlyList<InspectDocument.Operator> Operators,
    IReadOnlyList<string> Findings,
    IReadOnlyList<MovedFile> MovedFiles)
{
    public static InspectDocument Of(InspectReport report) => new(
        DocumentRenderer.ApiVersion,
        "SnapshotInspection",
        report.Snapshot.Uri,
        report.Snapshot.MetadataPath,
        report.MetadataVersion,
        report.WrittenBy,
        report.RestorableSince,
        InspectRenderer.Time(report.Written),
        report.MetadataBytes,
        report.CheckpointId,
        InspectRenderer.NameOf(report.Kind),
        report.MergesFiles,
        report.IsRetainedOnCancellation,
        report.IsRelocatable,
        report.Obstacles,
        Sizes.Of(report.Total),
        report.Files.Count,
        report.Files.Bytes,
        report.Files.InlineBytes,
        [.. report.Operators.Select(Operator.Of)],
        report.Findings,
        report.Moved);

    /// <summary>Bytes by what they are.</summary>
    internal sealed record Sizes(
        long TotalBytes, long KeyedBytes, long OperatorBytes, long CoordinatorBytes, long ChannelBytes, long RawBytes, int StreamsOfUnknownSize)
    {
        public static Sizes Of(StateSizes sizes) => new(
            sizes.Total, sizes.Keyed, sizes.Operator, sizes.Coordinator, sizes.Channel, sizes.Raw, sizes.UnknownStreams);
    }

    /// <summary>One operator; <c>states</c> is null where they could not be read.</summary>
    internal sealed record Operator(
        string Id,
        string? Uid,
        string? Name,
        int Parallelism,
        int MaxParallelism,
        int SubtasksWithState,
        int FinishedSubtasks,
        IReadOnlyList<NamedState>? States,
        Sizes Size)
    {
        public static Operator Of(InspectedOperator state) => new(
            state.Id.ToString(),
            state.Uid,
            state.Name,
            state.Parallelism,
            state.MaxParallelism,
            state.SubtasksWithState,
            state.FinishedSubtasks,
            state.States?.Select(one => new NamedState(one.Name, InspectRenderer.NameOf(one.Kind))).ToList(),
            Sizes.Of(state.Sizes));
    }

    /// <summary>One state of an operator.</summary>
    internal sealed record NamedState(string Name, string Kind);
}

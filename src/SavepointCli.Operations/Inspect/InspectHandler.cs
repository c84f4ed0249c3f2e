using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Inspect;

/// <summary>
/// Describes a snapshot from its metadata and the heads of its streams; the cost does not grow with the state behind them.
/// </summary>
public sealed class InspectHandler(IStorage storage)
{
    /// <summary>Describes the snapshot; a state file that can't be read becomes a finding.</summary>
    /// <exception cref="SavepointException">There is no snapshot, or its metadata are damaged or of an unknown version.</exception>
    public InspectReport Handle(InspectRequest request, CancellationToken cancellation)
    {
        var snapshot = Snapshot.Open(request.Path, storage, request.Mappings);
        var metadata = snapshot.Metadata;
        var findings = ImmutableArray.CreateBuilder<string>();
        var operatorNames = new OperatorNames(request.Uids);
        var stateNames = new StateNames(new StateHeads(snapshot.Streams));
        var described = ImmutableArray.CreateBuilder<InspectedOperator>(metadata.Operators.Length);
        foreach (var state in metadata.Operators)
        {
            cancellation.ThrowIfCancellationRequested();
            described.Add(Describe(state, operatorNames.UidOf(state), stateNames, findings));
        }

        var operators = described.MoveToImmutable();
        var streams = StateStreams.Of(metadata);
        var tags = HandleTags.Of(metadata, streams);
        return new InspectReport(
            snapshot.Pointer,
            metadata.Version,
            FlinkReleases.WrittenBy(metadata, tags),
            FlinkReleases.RestorableSince(metadata, tags),
            storage.GetLastWriteTime(snapshot.Pointer.MetadataPath),
            metadata.CheckpointId,
            InspectedKinds.Of(metadata, snapshot.Pointer),
            streams.Any(stream => stream.Handle is SegmentStreamHandle or EmptySegmentStreamHandle),
            RetentionOf(metadata),
            ObstaclesOf(streams),
            operators,
            operators.Aggregate(default(StateSizes), (sum, one) => sum + one.Sizes),
            FilesOf(streams),
            snapshot.MetadataLength,
            findings.ToImmutable(),
            snapshot.Streams.Moved);
    }

    private static bool? RetentionOf(SnapshotMetadata metadata)
    {
        var properties = CheckpointPropertiesTail.Parse(metadata.PropertiesTail.Span);
        return properties.Type is SnapshotType.Checkpoint or SnapshotType.FullCheckpoint ? properties.RetainedOnCancellation : null;
    }

    private static InspectedOperator Describe(
        OperatorState state, string? uid, StateNames stateNames, ImmutableArray<string>.Builder findings) => new(
        state.Id,
        uid,
        state.Name.Length > 0 ? state.Name : null,
        state.Parallelism,
        state.MaxParallelism,
        state.Subtasks.Count(HasState),
        state.FullyFinished ? state.Parallelism : state.Subtasks.Count(subtask => subtask.Finished),
        StatesOf(state, uid, stateNames, findings),
        StateSizes.Of(state));

    private static ImmutableArray<InspectedState>? StatesOf(
        OperatorState state, string? uid, StateNames stateNames, ImmutableArray<string>.Builder findings)
    {
        try
        {
            return stateNames.Of(state);
        }
        catch (SavepointException fault)
        {
            findings.Add($"states of operator {uid ?? state.Id.ToString()}: {fault.Message}");
            return null;
        }
    }

    private static bool HasState(SubtaskState subtask) =>
        subtask.ManagedOperatorState is not null
        || subtask.RawOperatorState is not null
        || subtask.ManagedKeyedState is not null
        || subtask.RawKeyedState is not null
        || !subtask.InputChannelStates.IsEmpty
        || !subtask.ResultSubpartitionStates.IsEmpty;

    private static ImmutableArray<RelocationObstacle> ObstaclesOf(IReadOnlyList<StateStream> streams)
    {
        var handles = streams.Select(stream => stream.Handle).ToList();
        return
        [
            .. Obstacle("absolute file references", handles.OfType<FileStreamHandle>().Select(file => file.Path)),
            .. Obstacle("segments of merged files", handles.OfType<SegmentStreamHandle>().Select(segment => segment.Path)),
        ];
    }

    private static IEnumerable<RelocationObstacle> Obstacle(string what, IEnumerable<string> paths)
    {
        var all = paths.ToList();
        return all.Count == 0 ? [] : [new RelocationObstacle(what, all.Count, all[0])];
    }

    private static FileTotals FilesOf(IReadOnlyList<StateStream> streams)
    {
        var files = new HashSet<string>(streams.Count, StringComparer.Ordinal);
        var (bytes, inline) = (0L, 0L);
        foreach (var (handle, _, _) in streams)
        {
            if (handle is InlineStreamHandle)
            {
                inline += handle.Size;
            }
            else if (PathOf(handle) is { } path)
            {
                files.Add(path);
                bytes += Math.Max(handle.Size, 0);
            }
        }

        return new FileTotals(files.Count, bytes, inline);
    }

    private static string? PathOf(StreamHandle handle) => handle switch
    {
        RelativeFileStreamHandle relative => relative.RelativePath,
        FileStreamHandle file => file.Path,
        SegmentStreamHandle segment => segment.Path,
        _ => null,
    };
}

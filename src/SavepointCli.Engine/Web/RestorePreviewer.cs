using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Web.Messages;
using SavepointCli.Operations.Inspect;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Streaming;

namespace SavepointCli.Engine.Web;

/// <summary>Says what a submission would do to the state of a snapshot, without starting anything.</summary>
internal sealed class RestorePreviewer(IJobLoader loader, EngineConfiguration configuration, IStorage storage)
{
    private const string Restored = "restored";
    private const string New = "new";
    private const string Dropped = "dropped";

    /// <summary>Runs the program as far as its graph and lays it beside the snapshot.</summary>
    /// <exception cref="SavepointException">The program describes no job, or there is no readable snapshot.</exception>
    public async Task<PreviewAnswer> PreviewAsync(JobSubmission submission, CancellationToken cancellation)
    {
        using var loaded = await loader.LoadAsync(submission, cancellation);
        var settings = JobConfiguration.Of(loaded.Graph, configuration.With(submission.Configuration));
        var graph = GraphOf(loaded, settings);
        var path = submission.SavepointPath ?? settings.Get(EngineOptions.StateRecoveryPath);
        if (path is null)
        {
            return new PreviewAnswer(graph.Name, null, [.. Operators(graph).Select(pair => Describe(pair.Operator, pair.Vertex, null))], null);
        }

        var report = new InspectHandler(storage).Handle(new InspectRequest(path), cancellation);
        var allowNonRestoredState = submission.AllowNonRestoredState || settings.Get(EngineOptions.IgnoreUnclaimedState);
        return Compare(graph, report, Snapshot.Open(path, storage), allowNonRestoredState);
    }

    private static JobGraph GraphOf(ILoadedJob loaded, EngineConfiguration settings)
    {
        try
        {
            return JobGraphBuilder.Build(loaded.Graph, settings);
        }
        catch (JobGraphException fault)
        {
            throw JobFaults.BadProgram(fault);
        }
    }

    private static PreviewAnswer Compare(JobGraph graph, InspectReport report, Snapshot snapshot, bool allowNonRestoredState)
    {
        var stored = report.Operators.ToDictionary(@operator => @operator.Id);
        var mapping = StateMapping.Assign(snapshot.Metadata, graph);
        var rows = Operators(graph)
            .Select(pair => Describe(
                pair.Operator,
                pair.Vertex,
                mapping.Operators.TryGetValue(pair.Operator.Id, out var state) ? stored[state.Id] : null))
            .Concat(mapping.Dropped.Select(state => DescribeDropped(stored[state.Id])))
            .ToList();
        return new PreviewAnswer(graph.Name, snapshot.Pointer.Uri, rows, Problem(graph, snapshot, allowNonRestoredState));
    }

    /// <summary>What the restore itself would answer: the same check, after the mapping has been shown.</summary>
    private static string? Problem(JobGraph graph, Snapshot snapshot, bool allowNonRestoredState)
    {
        try
        {
            StateMapping.Map(snapshot.Metadata, graph, snapshot.Pointer.Uri, allowNonRestoredState);
            return null;
        }
        catch (JobOperationException fault)
        {
            return fault.Message;
        }
    }

    private static IEnumerable<(JobOperator Operator, JobVertex Vertex)> Operators(JobGraph graph) =>
        graph.Vertices.SelectMany(vertex => vertex.Operators.Select(@operator => (@operator, vertex)));

    private static PreviewOperator Describe(JobOperator @operator, JobVertex vertex, InspectedOperator? stored) => new(
        HasState(stored) ? Restored : New,
        @operator.Id.ToString(),
        @operator.Node.Uid,
        @operator.Node.Name,
        vertex.Parallelism,
        stored?.Parallelism,
        HasState(stored) ? stored!.Sizes.Total : 0,
        States(stored));

    private static PreviewOperator DescribeDropped(InspectedOperator stored) => new(
        Dropped, stored.Id.ToString(), stored.Uid, stored.Name, null, stored.Parallelism, stored.Sizes.Total, States(stored));

    private static bool HasState(InspectedOperator? stored) =>
        stored is not null && (stored.SubtasksWithState > 0 || stored.Sizes.Total > 0);

    private static IReadOnlyList<string> States(InspectedOperator? stored) => [.. stored?.States?.Select(state => state.Name) ?? []];
}

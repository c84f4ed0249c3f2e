using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>
/// Decides which operator of a job takes over which state of a snapshot, and refuses what would lose state. Mirrors
/// <c>Checkpoints.loadAndValidateCheckpoint</c>, except that it names everything that does not fit at once.
/// </summary>
/// <param name="Operators">State by id of the job's operator.</param>
/// <param name="Dropped">State that no operator takes over; allowed by the submitter.</param>
internal sealed record StateMapping(
    IReadOnlyDictionary<OperatorId, OperatorState> Operators, IReadOnlyList<OperatorState> Dropped)
{
    private const string IllegalState = "java.lang.IllegalStateException";

    /// <summary>Maps a snapshot to a job; adjusts the job's derived max parallelisms to those of the snapshot.</summary>
    /// <param name="metadata">The snapshot.</param>
    /// <param name="graph">The job.</param>
    /// <param name="path">Where the snapshot lies, for messages.</param>
    /// <param name="allowNonRestoredState">Whether state that nobody takes over may be dropped.</param>
    /// <exception cref="JobOperationException">Something does not fit.</exception>
    public static StateMapping Map(SnapshotMetadata metadata, JobGraph graph, string path, bool allowNonRestoredState)
    {
        var mapping = Assign(metadata, graph);
        if (mapping.Dropped is { Count: > 0 } unmapped && !allowNonRestoredState)
        {
            throw Unmapped(path, unmapped);
        }

        foreach (var vertex in graph.Vertices)
        {
            CheckParallelism(vertex, mapping.Operators, path);
        }

        return mapping;
    }

    /// <summary>The mapping alone: nothing is refused and nothing adjusted.</summary>
    public static StateMapping Assign(SnapshotMetadata metadata, JobGraph graph)
    {
        var byId = metadata.Operators.ToDictionary(state => state.Id);
        var mapped = new Dictionary<OperatorId, OperatorState>();
        var known = new HashSet<OperatorId>();
        foreach (var @operator in graph.Vertices.SelectMany(vertex => vertex.Operators))
        {
            known.Add(@operator.Id);
            if (@operator.AlternativeId is { } alternative && known.Add(alternative) && byId.TryGetValue(alternative, out var state))
            {
                mapped.Add(@operator.Id, state);
            }
            else if (byId.TryGetValue(@operator.Id, out state))
            {
                mapped.Add(@operator.Id, state);
            }
        }

        return new StateMapping(
            mapped, [.. metadata.Operators.Where(state => !known.Contains(state.Id) && StateSizes.HasState(state))]);
    }

    private static void CheckParallelism(JobVertex vertex, IReadOnlyDictionary<OperatorId, OperatorState> mapped, string path)
    {
        foreach (var @operator in vertex.Operators)
        {
            if (!mapped.TryGetValue(@operator.Id, out var state))
            {
                continue;
            }

            if (state.MaxParallelism < vertex.Parallelism)
            {
                throw Refused(
                    $"RST-PAR: The state for task {vertex} can not be restored from {path}. "
                    + $"The maximum parallelism ({state.MaxParallelism}) of the restored state is lower than the configured parallelism ({vertex.Parallelism}).",
                    $"reduce the parallelism to at most {state.MaxParallelism}");
            }

            if (state.MaxParallelism != vertex.MaxParallelism && !vertex.TryAdjustMaxParallelism(state.MaxParallelism))
            {
                throw Refused(
                    $"RST-MAXPAR: Failed to rollback to checkpoint/savepoint {path}. "
                    + "Max parallelism mismatch between checkpoint/savepoint state and new program. "
                    + $"Cannot map operator {Describe(@operator)} with max parallelism {state.MaxParallelism} "
                    + $"to new program with max parallelism {vertex.MaxParallelism}.",
                    $"set the max parallelism of the operator to {state.MaxParallelism}, or set none");
            }
        }
    }

    private static string Describe(JobOperator @operator) =>
        @operator.Node.Uid is { } uid ? $"{@operator.Id} (uid '{uid}')" : $"{@operator.Id} ('{@operator.Node.Name}')";

    private static JobOperationException Unmapped(string path, IReadOnlyList<OperatorState> unmapped) => Refused(
        $"RST-UNMAPPED: Failed to rollback to checkpoint/savepoint {path}. Cannot map checkpoint/savepoint state for operator "
        + $"{string.Join(", ", unmapped.Select(Describe))} to the new program, because the operator is not available in the new program. "
        + "If you want to allow to skip this, you can set the --allowNonRestoredState option on the CLI.",
        "give the operator that shall take the state over the uid it had; or drop the state with --allowNonRestoredState");

    private static string Describe(OperatorState state)
    {
        var name = state.Uid.Length > 0 ? $"uid '{state.Uid}', " : state.Name.Length > 0 ? $"name '{state.Name}', " : "";
        return $"{state.Id} ({name}{StateSizes.Of(state)} bytes)";
    }

    private static JobOperationException Refused(string message, string hint) => new(ExitCode.Incompatible, IllegalState, message, hint);
}

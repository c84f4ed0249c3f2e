namespace SavepointCli.Streaming.Graph;

/// <summary>Makes the graph of what a program described, and refuses what could not run or be restored.</summary>
internal sealed class StreamGraphBuilder(IReadOnlyList<Transformation> transformations, int defaultParallelism, int? defaultMaxParallelism)
{
    public IReadOnlyList<StreamNode> Build()
    {
        var used = Reachable();
        if (used.Count == 0)
            throw new JobGraphException(
                "No operators are defined: the program describes nothing to execute.", "Add a source and at least one operator or sink.");
        CheckUids(used);
        CheckSideOutputs(used);
        return [.. used.Select(Node)];
    }

    /// <summary>As in Flink, a source that nobody reads is no part of the job.</summary>
    private List<Transformation> Reachable()
    {
        var read = transformations.SelectMany(transformation => transformation.Inputs).Select(input => input.Source).ToHashSet();
        return [.. transformations.Where(transformation => transformation.Inputs.Count > 0 || read.Contains(transformation))];
    }

    private static void CheckUids(List<Transformation> used)
    {
        var byUid = new Dictionary<string, Transformation>(StringComparer.Ordinal);
        foreach (var transformation in used)
        {
            if (transformation.Uid is { } uid && !byUid.TryAdd(uid, transformation))
                throw new JobGraphException(
                    $"The uid '{uid}' is given to both '{byUid[uid].Name}' and '{transformation.Name}'; uids must be unique within a job.",
                    "Give each operator a uid of its own.");
        }
    }

    private static void CheckSideOutputs(List<Transformation> used)
    {
        var inputs = used.SelectMany(transformation => transformation.Inputs).Where(input => input.SideOutput is not null);
        foreach (var tag in inputs.GroupBy(input => (input.Source, input.SideOutput!.Id)))
        {
            if (tag.FirstOrDefault(input => input.SideOutput!.Type.ClrType != tag.First().SideOutput!.Type.ClrType) is { } other)
                throw new JobGraphException(
                    $"Side output '{tag.Key.Id}' of '{other.Source.Name}' is read as {tag.First().SideOutput!.Type} and as {other.SideOutput!.Type}.",
                    "Use one OutputTag for emitting and for reading.");
        }
    }

    private StreamNode Node(Transformation transformation)
    {
        var parallelism = ParallelismOf(transformation);
        var maxParallelism = transformation.MaxParallelism ?? defaultMaxParallelism;
        if (maxParallelism < parallelism)
            throw new JobGraphException(
                $"Operator '{transformation.Name}' has parallelism {parallelism}, more than its max parallelism {maxParallelism}.",
                "Lower the parallelism or raise the max parallelism.");
        return new StreamNode(transformation.Id, transformation.Name, transformation.Kind)
        {
            Uid = transformation.Uid,
            UidHash = transformation.UidHash,
            Parallelism = parallelism,
            MaxParallelism = maxParallelism,
            Chaining = transformation.Chaining,
            InEdges = [.. transformation.Inputs.Select(input => Edge(transformation, input))],
            OutputType = transformation.OutputType,
            KeyType = transformation.KeyType,
            CreateOperator = transformation.CreateOperator,
            CreateCoordinator = transformation.CreateCoordinator,
        };
    }

    private StreamEdge Edge(Transformation target, TransformationInput input)
    {
        var (before, after) = (ParallelismOf(input.Source), ParallelismOf(target));
        if (input.Partitioning == Partitioning.Forward && before != after)
            throw new JobGraphException(
                $"Forward from '{input.Source.Name}' (parallelism {before}) to '{target.Name}' (parallelism {after}) needs equal parallelism.",
                "Use Rebalance, or make the parallelism equal.");
        var partitioning = input.Partitioning ?? (before == after ? Partitioning.Forward : Partitioning.Rebalance);
        return new StreamEdge(input.Source.Id, target.Id, input.InputIndex, partitioning, input.SideOutput);
    }

    private int ParallelismOf(Transformation transformation) =>
        transformation.IsNonParallel ? 1 : transformation.Parallelism ?? defaultParallelism;
}

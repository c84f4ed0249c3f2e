using SavepointCli.Format.Ids;
using SavepointCli.Streaming;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Graph;

/// <summary>
/// Gives every operator its id: from its uid, else from its place in the graph. Mirrors <c>StreamGraphHasherV2</c>, including the order
/// of the visit, which is part of the ids.
/// </summary>
internal static class OperatorIdAssignment
{
    /// <summary>The id of every node, by the number of the node.</summary>
    /// <exception cref="JobGraphException">Two operators have the same id.</exception>
    public static IReadOnlyDictionary<int, OperatorId> Assign(StreamTopology topology)
    {
        var ids = new Dictionary<int, OperatorId>();
        var remaining = new Queue<StreamNode>(topology.Graph.Nodes.Where(node => node.InEdges.Count == 0).OrderBy(node => node.Id));
        var visited = new HashSet<int>(remaining.Select(node => node.Id));
        while (remaining.TryDequeue(out var node))
        {
            if (IdOf(node, topology, ids) is not { } id)
            {
                // Comes again behind another of its inputs.
                visited.Remove(node.Id);
                continue;
            }

            ids.Add(node.Id, id);
            foreach (var target in topology.OutEdgesOf(node).Select(topology.TargetOf).Where(target => visited.Add(target.Id)))
            {
                remaining.Enqueue(target);
            }
        }

        return ids;
    }

    private static OperatorId? IdOf(StreamNode node, StreamTopology topology, Dictionary<int, OperatorId> ids)
    {
        if (node.Uid is { } uid)
        {
            var id = OperatorIds.FromUid(uid);
            return !ids.ContainsValue(id)
                ? id
                : throw new JobGraphException(
                    $"The uid '{uid}' of '{node.Name}' gives the id {id}, which another operator has already; uids must be unique.",
                    "Give each operator a uid of its own.");
        }

        if (!node.InEdges.All(edge => ids.ContainsKey(edge.SourceId)))
        {
            return null;
        }

        var inputs = node.InEdges.Select(edge => ids[edge.SourceId]).ToArray();
        return OperatorIds.FromPosition(ids.Count, topology.OutEdgesOf(node).Count(topology.IsChainable), inputs);
    }
}

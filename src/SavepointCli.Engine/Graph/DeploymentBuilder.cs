using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Tasks;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Graph;

/// <summary>Gives every subtask its channels and its share of the restored state.</summary>
internal sealed class DeploymentBuilder(
    JobGraph graph, IReadOnlyList<Subtask> subtasks, RestoredState? restored, bool endsWithCheckpoint)
{
    private readonly Dictionary<JobVertex, Subtask[]> _byVertex =
        subtasks.GroupBy(subtask => subtask.Vertex).ToDictionary(vertex => vertex.Key, vertex => vertex.ToArray());

    private readonly Dictionary<Subtask, Mailbox> _mailboxes = subtasks.ToDictionary(subtask => subtask, _ => new Mailbox());

    /// <summary>What each subtask is given.</summary>
    public IReadOnlyList<TaskDeployment> Build()
    {
        var channels = graph.Edges.ToDictionary(edge => edge, Connect);
        return [.. graph.Vertices.SelectMany(vertex => Deploy(vertex, channels))];
    }

    private EdgeChannels Connect(JobEdge edge)
    {
        var producers = _byVertex[edge.Source];
        var consumers = _byVertex[edge.Target];
        var channels = edge.RecordType.Dispatch(new ChannelsOf(
            edge.Stream.Partitioning.Kind,
            Array.ConvertAll(producers, producer => _mailboxes[producer]),
            Array.ConvertAll(consumers, consumer => _mailboxes[consumer])));
        foreach (var consumer in consumers)
        {
            consumer.Producers.AddRange(channels.ProducersOf(consumer.Index).Select(index => producers[index]));
        }

        return channels;
    }

    private IEnumerable<TaskDeployment> Deploy(JobVertex vertex, Dictionary<JobEdge, EdgeChannels> channels)
    {
        var inputs = vertex.Inputs.Select(edge => (edge, channels[edge])).ToList();
        var outputs = vertex.Outputs.Select(edge => (edge, channels[edge])).ToList();
        var ranges = Enumerable.Range(0, vertex.Parallelism).Select(vertex.KeyGroupsOf).ToList();
        var taken = vertex.Operators.Where(@operator => restored?.Operators.ContainsKey(@operator.Id) == true).ToList();
        var shares = taken.ToDictionary(
            @operator => @operator.Id, @operator => SubtaskStateAssigner.Assign(restored!.Operators[@operator.Id], ranges));
        var isRestored = shares.Values.Any(ofOperator => ofOperator.Any(share => !share.IsEmpty));
        var hasFinished = taken.Count == vertex.Operators.Count && taken.All(@operator => restored!.Operators[@operator.Id].FullyFinished);
        return _byVertex[vertex].Select(subtask => new TaskDeployment(subtask, _mailboxes[subtask], inputs, outputs)
        {
            State = shares.ToDictionary(share => share.Key, share => share.Value[subtask.Index]),
            StateStreams = restored?.Streams,
            Kryo = restored?.Snapshot.Metadata.Kryo ?? default,
            RestoredCheckpointId = restored?.Snapshot.Id,
            IsRestored = isRestored,
            HasFinishedBefore = hasFinished,
            EndsWithCheckpoint = endsWithCheckpoint,
        });
    }

    private sealed class ChannelsOf(PartitioningKind partitioning, Mailbox[] producers, Mailbox[] consumers) : ITypeDispatch<EdgeChannels>
    {
        public EdgeChannels Dispatch<T>(TypeInformation<T> type) => new EdgeChannels<T>(partitioning, producers, consumers);
    }
}

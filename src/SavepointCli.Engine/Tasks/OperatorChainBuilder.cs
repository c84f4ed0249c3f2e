using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Engine.Tasks.Outputs;
using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tasks;

/// <summary>Makes the operators of a subtask and connects them: the last first, since an output needs what it leads to.</summary>
internal sealed class OperatorChainBuilder
{
    private readonly TaskDeployment _deployment;
    private readonly TaskEnvironment _environment;
    private readonly CancellationToken _cancellation;
    private readonly ProcessingTimeService _processingTime;
    private readonly Dictionary<int, StreamOperator> _operators = [];
    private readonly List<INetworkOutput> _outputs = [];

    private OperatorChainBuilder(TaskDeployment deployment, TaskEnvironment environment, CancellationToken cancellation)
    {
        _deployment = deployment;
        _environment = environment;
        _cancellation = cancellation;
        _processingTime = new ProcessingTimeService(environment.Time, deployment.Mailbox);
    }

    /// <summary>Builds the chain; its operators are set up but neither restored nor opened.</summary>
    public static OperatorChain Build(TaskDeployment deployment, TaskEnvironment environment, CancellationToken cancellation) =>
        new OperatorChainBuilder(deployment, environment, cancellation).Build();

    private OperatorChain Build()
    {
        var chain = new List<ChainedOperator>();
        foreach (var @operator in _deployment.Subtask.Vertex.Operators.Reverse())
        {
            if (_deployment.HasFinishedBefore)
            {
                _ = OutputOf(@operator);
            }
            else
            {
                chain.Insert(0, Create(@operator));
            }
        }

        return new OperatorChain(chain, [.. _outputs], _processingTime);
    }

    private ChainedOperator Create(JobOperator @operator)
    {
        var context = new OperatorContext(_deployment, _environment, @operator, OutputOf(@operator), _processingTime, _cancellation);
        var created = @operator.Node.CreateOperator();
        created.Setup(context);
        _operators.Add(@operator.Node.Id, created);
        return new ChainedOperator(@operator.Id, created, context);
    }

    /// <summary>What the operator emits to, an <see cref="IOutput{T}"/> of its type; null for a sink.</summary>
    private object? OutputOf(JobOperator @operator) => @operator.Node.OutputType?.Dispatch(new OutputBuilder(this, @operator));

    private sealed class OutputBuilder(OperatorChainBuilder builder, JobOperator @operator) : ITypeDispatch<object>
    {
        public object Dispatch<T>(TypeInformation<T> type)
        {
            var copy = RecordCopies.Of(type);
            var outputs = new List<IOutput<T>>();
            foreach (var edge in @operator.ChainedTargets.Where(edge => builder._operators.ContainsKey(edge.TargetId)))
            {
                outputs.Add(new ChainedOutput<T>((IInput<T>)builder._operators[edge.TargetId], copy));
            }

            foreach (var (edge, channels) in builder._deployment.Outputs.Where(output => output.Edge.Stream.SourceId == @operator.Node.Id))
            {
                var targets = ((EdgeChannels<T>)channels).From(builder._deployment.Subtask.Index);
                var network = new NetworkOutput<T>(targets, ChannelSelectors.Of<T>(edge, targets.Length), copy);
                builder._outputs.Add(network);
                outputs.Add(network);
            }

            var output = outputs.Count == 1 ? outputs[0] : new FanOutput<T>([.. outputs]);
            return @operator.Node.Kind == OperatorKind.LegacySource
                ? new WaitingOutput<T>(output, [.. builder._outputs], builder._deployment.Mailbox, builder._cancellation)
                : output;
        }
    }
}

using SavepointCli.Engine.Graph;
using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Engine.Tasks.Outputs;
using SavepointCli.Streaming;
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
                _ = OutputsOf(@operator);
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
        var context = new OperatorContext(_deployment, _environment, @operator, OutputsOf(@operator), _processingTime, _cancellation);
        var created = @operator.Node.CreateOperator();
        created.Setup(context);
        _operators.Add(@operator.Node.Id, created);
        return new ChainedOperator(@operator.Id, created, context);
    }

    private OperatorOutputs OutputsOf(JobOperator @operator)
    {
        var network = _deployment.Outputs.Where(output => output.Edge.Stream.SourceId == @operator.Node.Id).ToList();
        var tags = @operator.ChainedTargets.Concat(network.Select(output => output.Edge.Stream))
            .Select(edge => edge.SideOutput).OfType<OutputTag>().DistinctBy(tag => tag.Id).ToList();
        var sides = tags.ToDictionary(tag => tag.Id, tag => tag.Type.Dispatch(new SideOutputBuilder(this, @operator, tag)));
        var main = @operator.Node.OutputType?.Dispatch(new MainOutputBuilder(this, @operator, [.. sides.Values]));
        return new OperatorOutputs(main, sides);
    }

    private IOutput<T> Connect<T>(JobOperator @operator, OutputTag? tag, TypeInformation<T> type)
    {
        var copy = RecordCopies.Of(type);
        var outputs = new List<IOutput<T>>();
        foreach (var edge in @operator.ChainedTargets.Where(edge => edge.SideOutput?.Id == tag?.Id && _operators.ContainsKey(edge.TargetId)))
        {
            outputs.Add(new ChainedOutput<T>((IInput<T>)_operators[edge.TargetId], copy));
        }

        foreach (var (edge, channels) in _deployment.Outputs.Where(
            output => output.Edge.Stream.SourceId == @operator.Node.Id && output.Edge.Stream.SideOutput?.Id == tag?.Id))
        {
            var targets = ((EdgeChannels<T>)channels).From(_deployment.Subtask.Index);
            var network = new NetworkOutput<T>(targets, ChannelSelectors.Of<T>(edge, targets.Length), copy)
            {
                Io = _deployment.Subtask.Io,
            };
            _outputs.Add(network);
            outputs.Add(network);
        }

        return outputs.Count == 1 ? outputs[0] : new FanOutput<T>([.. outputs]);
    }

    private sealed class SideOutputBuilder(OperatorChainBuilder builder, JobOperator @operator, OutputTag tag) : ITypeDispatch<IWatermarkOutput>
    {
        public IWatermarkOutput Dispatch<T>(TypeInformation<T> type) => builder.Connect(@operator, tag, type);
    }

    private sealed class MainOutputBuilder(OperatorChainBuilder builder, JobOperator @operator, IWatermarkOutput[] sides) : ITypeDispatch<object>
    {
        public object Dispatch<T>(TypeInformation<T> type)
        {
            var output = builder.Connect(@operator, null, type);
            if (sides.Length > 0)
            {
                output = new MainOutput<T>(output, sides);
            }

            return @operator.Node.Kind == OperatorKind.LegacySource
                ? new WaitingOutput<T>(output, [.. builder._outputs], builder._deployment.Mailbox, builder._cancellation)
                : output;
        }
    }
}

using SavepointCli.Engine.Tasks.Channels;
using SavepointCli.Engine.Tasks.Inputs;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tasks;

/// <summary>Connects the inputs of a task's first operator with the channels that lead to them.</summary>
internal static class GateBuilder
{
    /// <summary>One gate per input of the operator; several edges may lead to one input.</summary>
    public static ChannelGate[] Build(TaskDeployment deployment, StreamOperator head)
    {
        var inputs = deployment.Inputs.GroupBy(input => input.Edge.Stream.InputIndex).OrderBy(input => input.Key)
            .Select(input => (
                Type: input.First().Edge.RecordType,
                Channels: input.SelectMany(edge => edge.Channels.AllTo(deployment.Subtask.Index)).ToArray()))
            .ToArray();
        ChannelGate[] gates = inputs switch
        {
            [var only] => [only.Type.Dispatch(new OneInput(head, only.Channels))],
            [var first, var second] => first.Type.Dispatch(new FirstInput(head, first.Channels, second.Type, second.Channels)),
            _ => throw new InvalidOperationException($"{deployment.Subtask} has {inputs.Length} inputs."),
        };
        foreach (var gate in gates)
        {
            gate.Io = deployment.Subtask.Io;
        }

        return gates;
    }

    private static ChannelGate<T> Gate<T>(InputChannel[] channels, IInput<T> input) =>
        new(Array.ConvertAll(channels, channel => (InputChannel<T>)channel), input);

    private sealed class OneInput(StreamOperator head, InputChannel[] channels) : ITypeDispatch<ChannelGate>
    {
        public ChannelGate Dispatch<T>(TypeInformation<T> type) => Gate(channels, (IInput<T>)head);
    }

    private sealed class FirstInput(StreamOperator head, InputChannel[] channels, TypeInformation second, InputChannel[] secondChannels)
        : ITypeDispatch<ChannelGate[]>
    {
        public ChannelGate[] Dispatch<T>(TypeInformation<T> type) => second.Dispatch(new SecondInput<T>(head, channels, secondChannels));
    }

    private sealed class SecondInput<TFirst>(StreamOperator head, InputChannel[] firstChannels, InputChannel[] channels)
        : ITypeDispatch<ChannelGate[]>
    {
        public ChannelGate[] Dispatch<T>(TypeInformation<T> type)
        {
            var inputs = (ITwoInputOperator<TFirst, T>)head;
            return [Gate(firstChannels, inputs.FirstInput), Gate(channels, inputs.SecondInput)];
        }
    }
}

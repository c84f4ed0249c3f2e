using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>Adds an operator that reads a stream and a broadcast stream.</summary>
internal static class TwoInputTransformation
{
    public static SingleOutputStreamOperator<TOut> Add<T, TBroadcast, TOut>(
        string name,
        DataStream<T> stream,
        BroadcastStream<TBroadcast> broadcast,
        TypeInformation? keyType,
        Func<StreamOperator> create,
        TypeInformation<TOut> type)
    {
        var environment = stream.Environment;
        var transformation = new Transformation(environment.NextId, name, OperatorKind.TwoInput, create)
        {
            Inputs = [.. stream.InputsOf(0), .. broadcast.Stream.InputsOf(1)],
            OutputType = type,
            KeyType = keyType,
        };
        environment.Add(transformation);
        return new SingleOutputStreamOperator<TOut>(environment, transformation, type);
    }
}

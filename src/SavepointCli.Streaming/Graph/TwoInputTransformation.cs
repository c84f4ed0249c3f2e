using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>Adds an operator that reads two streams.</summary>
internal static class TwoInputTransformation
{
    public static SingleOutputStreamOperator<TOut> Add<TFirst, TSecond, TOut>(
        string name,
        DataStream<TFirst> first,
        DataStream<TSecond> second,
        TypeInformation? keyType,
        Func<StreamOperator> create,
        TypeInformation<TOut> type)
    {
        var environment = first.Environment;
        var transformation = new Transformation(environment.NextId, name, OperatorKind.TwoInput, create)
        {
            Inputs = [.. first.InputsOf(0), .. second.InputsOf(1)],
            OutputType = type,
            KeyType = keyType,
        };
        environment.Add(transformation);
        return new SingleOutputStreamOperator<TOut>(environment, transformation, type);
    }

    /// <summary>Adds an operator around a function, of which every subtask gets a copy.</summary>
    public static SingleOutputStreamOperator<TOut> Add<TFirst, TSecond, TFunction, TOut>(
        string name,
        DataStream<TFirst> first,
        DataStream<TSecond> second,
        TypeInformation? keyType,
        TFunction function,
        Func<TFunction, StreamOperator> create,
        TypeInformation<TOut>? type)
        where TFunction : RichFunction
    {
        ArgumentNullException.ThrowIfNull(function);
        function.CopyForSubtask();
        return Add(
            name, first, second, keyType, () => create((TFunction)function.CopyForSubtask()), type ?? TypeInformation.Of<TOut>());
    }
}

namespace SavepointCli.Streaming.Operators;

/// <summary>An operator with two inputs. Its own watermark is the minimum of those of the inputs, which it keeps itself.</summary>
public interface ITwoInputOperator<TFirst, TSecond>
{
    /// <summary>The input with index 0.</summary>
    IInput<TFirst> FirstInput { get; }

    /// <summary>The input with index 1.</summary>
    IInput<TSecond> SecondInput { get; }
}

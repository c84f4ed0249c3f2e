namespace SavepointCli.Streaming.Operators;

/// <summary>An operator with one input.</summary>
public interface IOneInputOperator<T> : IInput<T>;

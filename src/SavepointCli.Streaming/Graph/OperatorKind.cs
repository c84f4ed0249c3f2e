namespace SavepointCli.Streaming.Graph;

/// <summary>What the engine drives an operator by.</summary>
public enum OperatorKind
{
    /// <summary>An <see cref="Operators.ISourceOperator"/> with a coordinator.</summary>
    Source,

    /// <summary>An <see cref="Operators.ILegacySourceOperator"/> with a thread of its own.</summary>
    LegacySource,

    /// <summary>An <see cref="Operators.IOneInputOperator{T}"/>.</summary>
    OneInput,

    /// <summary>An <see cref="Operators.ITwoInputOperator{TFirst, TSecond}"/>.</summary>
    TwoInput,
}

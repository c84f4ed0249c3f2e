using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>Partitioning by the Java hash of a key.</summary>
/// <typeparam name="T">Type of the records.</typeparam>
public abstract class KeyPartitioning<T> : Partitioning
{
    private protected KeyPartitioning()
        : base(PartitioningKind.Hash)
    {
    }

    /// <summary>Type of the keys; it has a Java hash.</summary>
    public abstract TypeInformation KeyType { get; }

    /// <summary>Calls back with the type of the key as a type argument.</summary>
    public abstract TResult Dispatch<TResult>(IKeyDispatch<T, TResult> dispatch);

    internal abstract KeyContext<T> Bind(IOperatorContext context);
}

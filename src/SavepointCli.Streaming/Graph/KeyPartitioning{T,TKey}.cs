using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Graph;

/// <summary>Partitioning by a key of type <typeparamref name="TKey"/>.</summary>
public sealed class KeyPartitioning<T, TKey> : KeyPartitioning<T>
{
    internal KeyPartitioning(Func<T, TKey> selector, TypeInformation<TKey> type) => (Selector, Type) = (selector, type);

    /// <summary>The key of a record.</summary>
    public Func<T, TKey> Selector { get; }

    /// <summary>Type of the keys.</summary>
    public TypeInformation<TKey> Type { get; }

    /// <inheritdoc/>
    public override TypeInformation KeyType => Type;

    /// <inheritdoc/>
    public override TResult Dispatch<TResult>(IKeyDispatch<T, TResult> dispatch) => dispatch.Dispatch(this);

    internal override KeyContext<T> Bind(IOperatorContext context) =>
        new KeyContext<T, TKey>(Selector, context.GetKeyedStateBackend<TKey>());
}

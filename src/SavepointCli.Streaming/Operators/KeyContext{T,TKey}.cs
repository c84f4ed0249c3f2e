using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

internal sealed class KeyContext<T, TKey>(Func<T, TKey> selector, IKeyedStateBackend<TKey> backend) : KeyContext<T>
{
    public override void SetCurrentKey(T value)
    {
        var key = selector(value);
        backend.CurrentKey = key is null ? throw new InvalidOperationException("The key of an element is null; keys cannot be.") : key;
    }
}

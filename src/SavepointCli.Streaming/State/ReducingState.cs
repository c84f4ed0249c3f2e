using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Streaming.State;

/// <summary>
/// One value per key into which every added value is folded by a <see cref="Functions.ReduceFunction{T}"/>. Mirrors
/// <c>org.apache.flink.api.common.state.ReducingState</c>.
/// </summary>
public abstract class ReducingState<T>
{
    /// <summary>The reduced value of the current key; the default of <typeparamref name="T"/> if nothing was added.</summary>
    public T? Value => TryGetValue(out var value) ? value : default;

    /// <summary>The reduced value of the current key, and whether anything was added.</summary>
    public abstract bool TryGetValue([MaybeNullWhen(false)] out T value);

    /// <summary>Folds <paramref name="value"/> in; the first value is taken as it is.</summary>
    public abstract void Add(T value);

    /// <summary>Forgets what was added under the current key.</summary>
    public abstract void Clear();
}

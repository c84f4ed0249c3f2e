using System.Diagnostics.CodeAnalysis;

namespace SavepointCli.Streaming.State;

/// <summary>One value per key. Mirrors <c>org.apache.flink.api.common.state.ValueState</c>.</summary>
public abstract class ValueState<T>
{
    /// <summary>The value of the current key; the default of <typeparamref name="T"/> if there is none.</summary>
    public T? Value => TryGetValue(out var value) ? value : default;

    /// <summary>The value of the current key, and whether there is one.</summary>
    public abstract bool TryGetValue([MaybeNullWhen(false)] out T value);

    /// <summary>Sets the value of the current key; null clears it.</summary>
    public abstract void Update(T? value);

    /// <summary>Removes the value of the current key.</summary>
    public abstract void Clear();
}

namespace SavepointCli.Streaming.State;

/// <summary>
/// A list: per key in keyed state, per subtask in operator state. Elements are never null. Mirrors
/// <c>org.apache.flink.api.common.state.ListState</c>.
/// </summary>
public abstract class ListState<T>
{
    /// <summary>The elements in the order in which they were added; empty if there are none. Valid until the next change.</summary>
    public abstract IEnumerable<T> Get();

    /// <summary>Appends one element.</summary>
    public abstract void Add(T element);

    /// <summary>Appends elements.</summary>
    public virtual void AddAll(IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        foreach (var element in elements)
            Add(element);
    }

    /// <summary>Replaces the elements; none clears the list.</summary>
    public abstract void Update(IEnumerable<T> elements);

    /// <summary>Removes all elements.</summary>
    public abstract void Clear();
}

using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Windows;

/// <summary>What a window holds of the current key, in state <c>window-contents</c>.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <typeparam name="TContent">What the window function is given of them.</typeparam>
internal sealed class WindowContents<T, TContent>(object state, Action<T> add, Func<IEnumerable<TContent>?> get, Action clear)
{
    public const string StateName = "window-contents";

    /// <summary>Adds an element.</summary>
    public void Add(T element) => add(element);

    /// <summary>What the window function is given; null if the window holds nothing.</summary>
    public IEnumerable<TContent>? Get() => get();

    /// <summary>Drops everything.</summary>
    public void Clear() => clear();

    /// <summary>Moves what some windows hold into one.</summary>
    public void Merge<TWindow>(TWindow target, IEnumerable<TWindow> sources) =>
        ((IMergingState<TWindow>)state).MergeNamespaces(target, sources);
}

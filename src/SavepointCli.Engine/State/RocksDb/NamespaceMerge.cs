using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>Folds the current key's values in some namespaces into one, as windows that merge need it.</summary>
internal static class NamespaceMerge
{
    /// <summary>Moves the values of the sources into the target.</summary>
    /// <param name="column">Says which namespace accesses refer to.</param>
    /// <param name="value">Accesses the value of that namespace.</param>
    /// <param name="target">Where everything goes.</param>
    /// <param name="sources">What has no value afterwards.</param>
    /// <param name="merge">Puts two values together.</param>
    public static void Of<TKey, TNamespace, T>(
        RocksDbColumn<TKey, TNamespace> column, ValueState<T> value, TNamespace target, IEnumerable<TNamespace> sources, Func<T, T, T> merge)
    {
        var before = column.Namespace;
        foreach (var source in sources)
        {
            column.Namespace = source;
            if (value.TryGetValue(out var moved))
            {
                value.Clear();
                column.Namespace = target;
                value.Update(value.TryGetValue(out var merged) ? merge(merged, moved) : moved);
            }
        }

        column.Namespace = before;
    }
}

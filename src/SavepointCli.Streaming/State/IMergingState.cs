namespace SavepointCli.Streaming.State;

/// <summary>
/// A list, reducing or aggregating state of a <see cref="INamespacedStateStore{TNamespace}"/>, whose namespaces can be merged. Mirrors
/// <c>InternalMergingState</c>.
/// </summary>
public interface IMergingState<in TNamespace>
{
    /// <summary>Folds what the current key has in <paramref name="sources"/> into <paramref name="target"/> and empties the sources.</summary>
    void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources);
}

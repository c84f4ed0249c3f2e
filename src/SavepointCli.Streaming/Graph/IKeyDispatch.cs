namespace SavepointCli.Streaming.Graph;

/// <summary>What to do once the type of a key is known as a type argument.</summary>
public interface IKeyDispatch<T, out TResult>
{
    /// <summary>Called by <see cref="KeyPartitioning{T}.Dispatch{TResult}"/>.</summary>
    TResult Dispatch<TKey>(KeyPartitioning<T, TKey> partitioning);
}

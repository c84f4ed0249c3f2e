namespace SavepointCli.Streaming.State;

/// <summary>
/// Gives the operator states of a subtask, which belong to no key. Mirrors
/// <c>org.apache.flink.api.common.state.OperatorStateStore</c>; implemented by the engine's state backends.
/// </summary>
public interface IOperatorStateStore
{
    /// <summary>A list whose elements are dealt out anew when the parallelism changes.</summary>
    ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A list of which, after a restore, every subtask gets the elements of all subtasks.</summary>
    ListState<T> GetUnionListState<T>(ListStateDescriptor<T> descriptor);

    /// <summary>A map that is equal in all subtasks.</summary>
    BroadcastState<TKey, TValue> GetBroadcastState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull;
}

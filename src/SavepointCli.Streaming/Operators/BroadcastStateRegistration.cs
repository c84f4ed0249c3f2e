using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>A broadcast state to register, its types hidden so that several fit in one list.</summary>
internal sealed record BroadcastStateRegistration(string Name, Func<IOperatorStateStore, object> Register)
{
    public static BroadcastStateRegistration Of<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull => new(descriptor.Name, store => store.GetBroadcastState(descriptor));
}

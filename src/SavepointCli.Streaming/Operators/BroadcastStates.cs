using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>The broadcast states of an operator: those whose descriptors were given when the stream was broadcast.</summary>
internal sealed class BroadcastStates(IReadOnlyList<BroadcastStateRegistration> registrations, IOperatorStateStore store)
{
    private readonly Dictionary<string, object> _states = registrations.ToDictionary(state => state.Name, state => state.Register(store));

    public BroadcastState<TKey, TValue> Get<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull =>
        _states.GetValueOrDefault(descriptor.Name) as BroadcastState<TKey, TValue>
            ?? throw new InvalidOperationException(
                $"No broadcast state '{descriptor.Name}' from {typeof(TKey)} to {typeof(TValue)}: give its descriptor to Broadcast.");
}

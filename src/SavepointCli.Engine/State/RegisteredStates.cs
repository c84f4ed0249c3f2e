using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State;

/// <summary>The states that an operator has asked for in one type of namespace: one object per name.</summary>
/// <param name="operatorName">Name of the operator, for messages.</param>
/// <param name="names">The names of its states in all types of namespaces.</param>
internal sealed class RegisteredStates(string operatorName, HashSet<string> names)
{
    private readonly Dictionary<string, object> _states = new(StringComparer.Ordinal);

    /// <summary>The state of a descriptor, created at the first call.</summary>
    /// <exception cref="InvalidOperationException">The name is taken by another kind or type.</exception>
    public TState Get<TState>(StateDescriptor descriptor, Func<TState> create)
        where TState : class
    {
        if (!_states.TryGetValue(descriptor.Name, out var state))
        {
            state = names.Add(descriptor.Name) ? create() : throw new InvalidOperationException(
                $"state '{descriptor.Name}' of operator '{operatorName}' was registered before with another type of namespaces");
            _states.Add(descriptor.Name, state);
        }

        return state as TState ?? throw new InvalidOperationException(
            $"state '{descriptor.Name}' of operator '{operatorName}' was registered before with another kind or type than {descriptor.Kind}");
    }
}

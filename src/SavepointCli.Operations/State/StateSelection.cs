using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>Which states and keys are wanted, and which states were met while looking for them.</summary>
/// <param name="request">What is wanted.</param>
internal sealed class StateSelection(StateReadRequest request)
{
    private readonly SortedSet<string> _met = new(StringComparer.Ordinal);
    private readonly Dictionary<OperatorId, KeyGroupRange> _keyGroups = [];

    /// <summary>The only key wanted; null for all.</summary>
    public WantedText? Key => request.Key;

    /// <summary>The only namespace wanted; null for all.</summary>
    public WantedText? Namespace => request.Namespace;

    /// <summary>The key group of the key wanted, once it is known.</summary>
    public int? WantedKeyGroup { get; private set; }

    /// <summary>Whether no key and no namespace is excluded.</summary>
    public bool WantsAllKeys => request.Key is null && request.Namespace is null;

    /// <summary>Whether operator state, which has no keys, can be wanted.</summary>
    public bool WantsOperatorState => request.Key is null && request.Namespace is null && request.KeyGroups is null;

    /// <summary>Whether a state is wanted; remembers that there is one of this name.</summary>
    public bool Wants(string state)
    {
        _met.Add(state);
        return request.State is null || request.State == state;
    }

    /// <summary>Whether a decoded key and namespace are wanted.</summary>
    public bool Wants(object? key, object? @namespace) =>
        request.Key?.Equals(PrintedValue.Of(key)) != false && request.Namespace?.Equals(PrintedValue.Of(@namespace)) != false;

    /// <summary>The key groups of an operator that are wanted, as far as is known so far.</summary>
    public KeyGroupRange KeyGroupsOf(OperatorId id) =>
        _keyGroups.TryGetValue(id, out var known) ? known : request.KeyGroups ?? new KeyGroupRange(0, KeyGroups.MaxParallelismLimit);

    /// <summary>As <see cref="KeyGroupsOf(OperatorId)"/>, now that the type of the operator's keys is known: the key wanted tells its key group.</summary>
    public KeyGroupRange KeyGroupsOf(OperatorId id, int maxParallelism, TypeSerializer key)
    {
        if (!_keyGroups.TryGetValue(id, out var known))
        {
            WantedKeyGroup = request.Key is { } wanted ? KeyGroupOf(wanted, key, maxParallelism) : null;
            known = WantedKeyGroup is { } keyGroup ? KeyGroupsOf(id).Intersect(KeyGroupRange.OfCount(keyGroup, 1)) : KeyGroupsOf(id);
            _keyGroups[id] = known;
        }

        return known;
    }

    /// <summary>Ends the search.</summary>
    /// <exception cref="SavepointException">The state that was wanted is nowhere.</exception>
    public void RequireMet()
    {
        // Where key groups are given, streams stay closed, and with them the names of their states.
        if (request is { State: { } wanted, KeyGroups: null } && !_met.Contains(wanted))
        {
            throw new SavepointException(
                ExitCode.NotFound,
                $"no state '{wanted}' in the snapshot",
                _met.Count > 0 ? $"its states: {string.Join(", ", _met)}" : "it holds no state");
        }
    }

    private static int? KeyGroupOf(WantedText wanted, TypeSerializer serializer, int maxParallelism)
    {
        if (wanted.Encode(serializer) is not { } bytes)
        {
            return null;
        }

        var reader = new JavaDataReader(bytes);
        return serializer.TryHash(ref reader, out var hash) ? KeyGroups.Of(hash, maxParallelism) : null;
    }
}

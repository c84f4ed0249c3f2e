using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.StateList;

/// <summary>The states of one operator: first their types, then what is counted.</summary>
internal sealed class OperatorTallies(OperatorState @operator, string? wanted, bool skew)
{
    private const string Timestamp = "timestamp";

    private readonly Dictionary<string, StateTally> _states = new(StringComparer.Ordinal);

    /// <summary>The states in the order in which they were met.</summary>
    public IEnumerable<StateTally> States => _states.Values;

    /// <summary>Takes the types of the keyed states of a stream.</summary>
    public void Describe(KeyedBackendHeader header, KryoVersion kryo)
    {
        foreach (var state in header.States)
        {
            Describe(state, header.KeySerializer, new KeyedStateTypes(header, state, kryo).Kind);
        }
    }

    /// <summary>Takes the type of one operator state.</summary>
    public void Describe(OperatorStateOffsets state, StateMeta meta)
    {
        var kind = state.Mode switch
        {
            OperatorStateMode.Union => StateEntryKind.Union,
            OperatorStateMode.Broadcast => StateEntryKind.Broadcast,
            _ => StateEntryKind.Split,
        };
        if (TallyOf(state.Name, kind) is { ValueType: "" } tally)
        {
            var value = meta.ValueSerializer?.Describe() ?? "";
            tally.ValueType = meta.KeySerializer is { } key ? $"Map<{key.Describe()}, {value}>" : value;
        }
    }

    /// <summary>Counts the elements of operator state by their positions in the stream; a broadcast map counts as one.</summary>
    public void Count(OperatorStateHandle handle)
    {
        var starts = handle.States.SelectMany(state => state.Offsets).Append(handle.Stream!.Size).Order().Distinct().ToArray();
        foreach (var state in handle.States)
        {
            if (_states.TryGetValue(state.Name, out var tally))
            {
                var bytes = state.Offsets.Sum(offset => starts[Math.Min(Array.BinarySearch(starts, offset) + 1, starts.Length - 1)] - offset);
                tally.Add(new EntryCount(state.Offsets.Length, Math.Max(bytes, 0)));
            }
        }
    }

    /// <summary>Counts entries that were found.</summary>
    public void Count(EntryBatch batch, StateFindings findings)
    {
        if (batch is KeyedEntryBatch keyed)
        {
            Count(keyed, findings);
            return;
        }

        foreach (var entry in batch.Decode(findings))
        {
            // Operator state is counted by its positions; what is left are timers beside RocksDB, whose bytes nobody knows.
            if (entry is { KeyGroup: { } keyGroup, Kind: StateEntryKind.Timer } && TallyOf(entry.State, entry.Kind) is { } tally)
            {
                tally.ValueType = Timestamp;
                tally.KeyType ??= _states.Values.Select(state => state.KeyType).FirstOrDefault(type => type is not null);
                tally.Add(batch.Origin.Subtask, keyGroup, new EntryCount(1, 0), skew);
            }
        }
    }

    private void Count(KeyedEntryBatch batch, StateFindings findings)
    {
        for (var index = 0; index < batch.Count;)
        {
            var state = batch.States[batch[index].StateIndex];
            var end = state.EndOfEntry(batch, index);
            if (state.IsWanted && TallyOf(state.Meta.Name, state.Kind) is { } tally)
            {
                var bytes = 0L;
                for (var stored = index; stored < end; stored++)
                {
                    var entry = batch[stored];
                    bytes += entry.Key.Length + entry.Namespace.Length + entry.Value.Length;
                }

                var (subtask, keyGroup) = (batch.Origin.Subtask, batch[index].KeyGroup);
                tally.Add(subtask, keyGroup, new EntryCount(1, bytes), skew);
                if (skew && state.Kind != StateEntryKind.Timer && tally.WantsKey(bytes) && state.Decode(batch, index, end, findings) is { } largest)
                {
                    tally.AddKey(new LargeKey(largest.Key, largest.Namespace, keyGroup, subtask, bytes));
                }
            }

            index = end;
        }
    }

    private void Describe(StateMeta state, SerializerSnapshot key, StateEntryKind kind)
    {
        if (TallyOf(state.Name, kind) is not { ValueType: "" } tally)
        {
            return;
        }

        tally.KeyType = key.Describe();
        if (kind == StateEntryKind.Timer && state.ValueSerializer is CompositeSerializerSnapshot { Nested: [_, var timerNamespace, ..] })
        {
            tally.NamespaceType = timerNamespace.Describe();
            tally.ValueType = Timestamp;
            return;
        }

        tally.NamespaceType = state.NamespaceSerializer?.Describe();
        tally.ValueType = state is { Kind: BackendStateType.KeyValueV2, UserKeySerializer: { } userKey }
            ? $"Map<{userKey.Describe()}, {state.ValueSerializer!.Describe()}>"
            : state.ValueSerializer?.Describe() ?? "";
    }

    private StateTally? TallyOf(string name, StateEntryKind kind)
    {
        if (wanted is not null && wanted != name)
        {
            return null;
        }

        if (!_states.TryGetValue(name, out var tally))
        {
            _states[name] = tally = new StateTally(@operator, name, kind);
        }

        return tally;
    }
}

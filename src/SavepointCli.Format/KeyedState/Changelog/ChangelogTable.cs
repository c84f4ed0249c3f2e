using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// The state of one key group while changes are played on it: what the snapshot below holds, then every change in its order. Keys are
/// compared by their bytes, as RocksDB does. Mirrors the appliers of <c>org.apache.flink.state.changelog.restore</c>.
/// </summary>
/// <param name="states">The states.</param>
/// <param name="key">Serializer of the keys.</param>
/// <param name="maxParallelism">Number of key groups of the operator.</param>
internal sealed class ChangelogTable(ChangelogStates states, TypeSerializer key, int maxParallelism)
{
    private const byte ListDelimiter = (byte)',';

    private readonly Dictionary<byte[], ChangelogCell>[] _cells = NewTables<ChangelogCell>(states.TableCount);
    private readonly Dictionary<byte[], ChangelogState>[] _queues = NewTables<ChangelogState>(states.TableCount);

    /// <summary>The first thing that could not be played; null if all could.</summary>
    public SavepointException? Fault { get; private set; }

    /// <summary>Takes the current entry of the snapshot below.</summary>
    public void AddStored(IKeyGroupReader reader, ChangelogState state)
    {
        try
        {
            if (reader.HasCompositeKeys)
            {
                AddComposite(reader, state);
            }
            else if (state.IsQueue)
            {
                _queues[state.Table][reader.Value.ToArray()] = state;
            }
            else
            {
                var value = new JavaDataReader(reader.Value);
                CellOf(state, reader.Namespace, reader.Key).Set(ref value);
            }
        }
        catch (SavepointException fault)
        {
            Fault ??= fault;
        }
    }

    /// <summary>Plays one change.</summary>
    /// <param name="change">Operation, number of the state, and what follows.</param>
    /// <param name="numbers">What the numbers of states mean.</param>
    public void Apply(ref JavaDataReader change, ImmutableDictionary<short, ChangelogState> numbers)
    {
        try
        {
            var operation = (StateChangeOperation)change.ReadByte();
            var number = change.ReadInt16();
            if (!numbers.TryGetValue(number, out var state))
            {
                throw change.Fault($"a change of the state with number {number}, which nothing in the changelog describes");
            }

            if (state.IsQueue)
            {
                ApplyToQueue(ref change, operation, state);
            }
            else
            {
                ApplyToCell(ref change, operation, state);
            }
        }
        catch (SavepointException fault)
        {
            Fault ??= fault;
        }
    }

    /// <summary>What the key group holds in the end, as heap tables store it.</summary>
    public IEnumerable<ChangelogEntry> Entries()
    {
        foreach (var (bytes, newest) in _cells.SelectMany(table => table))
        {
            for (var cell = newest; cell is not null; cell = cell.Older)
            {
                if (cell.IsUnknown)
                {
                    Fault ??= new SavepointException(
                        ExitCode.Unsupported,
                        $"state '{cell.State.Meta.Name}' holds values that were merged by a function of the job; they are left out",
                        "take a savepoint, or a checkpoint after the next materialization");
                }
                else if (!cell.IsEmpty)
                {
                    yield return new ChangelogEntry(cell.State.Index, bytes.AsMemory(cell.NamespaceLength), bytes.AsMemory(0, cell.NamespaceLength), cell.ToBytes());
                }
            }
        }

        foreach (var (element, state) in _queues.SelectMany(table => table))
        {
            yield return new ChangelogEntry(state.Index, default, default, element);
        }
    }

    private static Dictionary<byte[], T>[] NewTables<T>(int count)
    {
        var tables = new Dictionary<byte[], T>[count];
        for (var i = 0; i < count; i++)
        {
            tables[i] = new Dictionary<byte[], T>(ByteSequenceComparer.Instance);
        }

        return tables;
    }

    private void AddComposite(IKeyGroupReader reader, ChangelogState state)
    {
        var layout = new KeyLayout(maxParallelism, key, state.Namespace);
        if (state.IsQueue)
        {
            _queues[state.Table][reader.Key[layout.PrefixLength..].ToArray()] = state;
            return;
        }

        var parts = layout.Split(reader.Key, reader.KeyGroup);
        var cell = CellOf(state, reader.Key[parts.Namespace], reader.Key[parts.Key]);
        if (state.IsMap)
        {
            cell.PutFlagged(reader.Key[parts.UserKey], reader.Value.ToArray());
            return;
        }

        var value = new JavaDataReader(reader.Value);
        if (state.IsList)
        {
            AddDelimited(ref value, cell);
        }
        else
        {
            cell.Set(ref value);
        }
    }

    private static void AddDelimited(ref JavaDataReader value, ChangelogCell cell)
    {
        while (value.Remaining > 0)
        {
            var start = value.Position;
            cell.State.Element.Skip(ref value);
            cell.AddElement(value.Slice(start, value.Position));
            if (value.Remaining > 0 && value.ReadByte() != ListDelimiter)
            {
                throw value.Fault("no delimiter between the elements of a list");
            }
        }
    }

    private void ApplyToQueue(ref JavaDataReader change, StateChangeOperation operation, ChangelogState state)
    {
        switch (operation)
        {
            case StateChangeOperation.AddElement or StateChangeOperation.Add:
                for (var left = change.ReadCount("queue elements"); left > 0; left--)
                {
                    var start = change.Position;
                    state.Value.Skip(ref change);
                    _queues[state.Table][change.Slice(start, change.Position).ToArray()] = state;
                }

                break;
            case StateChangeOperation.RemoveElement:
                _queues[state.Table].Remove(change.ReadRest().ToArray());
                break;
            default:
                throw UnknownOperation(ref change, operation, state);
        }
    }

    private void ApplyToCell(ref JavaDataReader change, StateChangeOperation operation, ChangelogState state)
    {
        var start = change.Position;
        key.Skip(ref change);
        var keyBytes = change.Slice(start, change.Position);
        start = change.Position;
        state.Namespace.Skip(ref change);
        var namespaceBytes = change.Slice(start, change.Position);
        switch (operation)
        {
            case StateChangeOperation.Clear:
                _cells[state.Table].Remove([.. namespaceBytes, .. keyBytes]);
                break;
            case StateChangeOperation.Set or StateChangeOperation.SetInternal:
                _cells[state.Table].Remove([.. namespaceBytes, .. keyBytes]);
                CellOf(state, namespaceBytes, keyBytes).Set(ref change);
                break;
            case StateChangeOperation.Add when state.IsList || state.IsMap:
                CellOf(state, namespaceBytes, keyBytes).Add(ref change);
                break;
            case StateChangeOperation.AddElement when state.IsList:
                CellOf(state, namespaceBytes, keyBytes).AddElement(change.ReadRest());
                break;
            case StateChangeOperation.AddOrUpdateElement or StateChangeOperation.RemoveElement when state.IsMap:
                ChangeMap(ref change, operation, CellOf(state, namespaceBytes, keyBytes));
                break;
            case StateChangeOperation.MergeNamespaces:
                MergeNamespaces(ref change, state, keyBytes);
                break;
            default:
                throw UnknownOperation(ref change, operation, state);
        }
    }

    private static void ChangeMap(ref JavaDataReader change, StateChangeOperation operation, ChangelogCell cell)
    {
        if (operation == StateChangeOperation.RemoveElement)
        {
            cell.Remove(change.ReadRest());
            return;
        }

        var start = change.Position;
        cell.State.MapKey.Skip(ref change);
        var mapKey = change.Slice(start, change.Position);
        cell.Remove(mapKey);
        cell.Put(mapKey, change.ReadRest());
    }

    /// <summary>Lists are put together; of other states only one value can be moved, more than one the job's own function merges.</summary>
    private void MergeNamespaces(ref JavaDataReader change, ChangelogState state, ReadOnlySpan<byte> keyBytes)
    {
        var start = change.Position;
        state.Namespace.Skip(ref change);
        var target = change.Slice(start, change.Position);
        for (var left = change.ReadCount("merged namespaces"); left > 0; left--)
        {
            start = change.Position;
            state.Namespace.Skip(ref change);
            if (_cells[state.Table].Remove([.. change.Slice(start, change.Position), .. keyBytes], out var source))
            {
                var isFirst = !_cells[state.Table].ContainsKey([.. target, .. keyBytes]);
                CellOf(state, target, keyBytes).Take(source, isFirst);
            }
        }
    }

    private ChangelogCell CellOf(ChangelogState state, ReadOnlySpan<byte> namespaceBytes, ReadOnlySpan<byte> keyBytes)
    {
        byte[] bytes = [.. namespaceBytes, .. keyBytes];
        if (!_cells[state.Table].TryGetValue(bytes, out var cell) || cell.State != state)
        {
            cell = new ChangelogCell(state, namespaceBytes.Length) { Older = cell };
            _cells[state.Table][bytes] = cell;
        }

        return cell;
    }

    private static SavepointFormatException UnknownOperation(ref JavaDataReader change, StateChangeOperation operation, ChangelogState state) =>
        change.Fault($"operation {(byte)operation} on state '{state.Meta.Name}' is not known", ExitCode.Unsupported);
}

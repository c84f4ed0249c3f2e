using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Operators;
using SavepointCli.Engine.State.Restore;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Engine.Types;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State;

/// <summary>The operator state of one operator in one subtask. Mirrors <c>DefaultOperatorStateBackend</c>; belongs to the task's thread.</summary>
public sealed class OperatorStateBackend : IOperatorStateStore
{
    private readonly StateBackendContext _context;
    private readonly RestoredOperatorStates _restored;
    private readonly Dictionary<string, OperatorStateTable> _tables = new(StringComparer.Ordinal);

    internal OperatorStateBackend(StateBackendContext context, RestoredOperatorStates restored)
    {
        _context = context;
        _restored = restored;
    }

    /// <inheritdoc/>
    public ListState<T> GetListState<T>(ListStateDescriptor<T> descriptor) => List(descriptor, OperatorStateMode.SplitDistribute);

    /// <inheritdoc/>
    public ListState<T> GetUnionListState<T>(ListStateDescriptor<T> descriptor) => List(descriptor, OperatorStateMode.Union);

    /// <inheritdoc/>
    public BroadcastState<TKey, TValue> GetBroadcastState<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull
    {
        if (!_tables.TryGetValue(descriptor.Name, out var table))
        {
            table = CreateBroadcast(descriptor);
            Register(descriptor.Name, table);
        }

        return (table as BroadcastTable<TKey, TValue>)?.State ?? throw RegisteredOtherwise(descriptor.Name);
    }

    internal IFrozenState<OperatorStateHandle> Freeze(SnapshotOptions options)
    {
        FrozenOperatorTable[] frozen = [.. _tables.Values.Concat(_restored.Left).Select(table => table.Freeze())];
        return new FrozenOperatorState(frozen, options);
    }

    private ListState<T> List<T>(ListStateDescriptor<T> descriptor, OperatorStateMode mode)
    {
        if (!_tables.TryGetValue(descriptor.Name, out var table))
        {
            table = CreateList(descriptor, mode);
            Register(descriptor.Name, table);
        }

        return table is OperatorListTable<T> list && list.Mode == mode ? list.State : throw RegisteredOtherwise(descriptor.Name);
    }

    private void Register(string name, OperatorStateTable table)
    {
        _tables.Add(name, table);
        _restored.Remove(name);
    }

    private OperatorListTable<T> CreateList<T>(ListStateDescriptor<T> descriptor, OperatorStateMode mode)
    {
        RequireNoTimeToLive(descriptor);
        var restored = FindRestored(descriptor.Name, mode);
        var resolved = Resolve(descriptor.Name, "elements", descriptor.ElementType, restored?.Meta.ValueSerializer);
        var elements = new List<T>();
        foreach (var bytes in restored?.Elements ?? [])
        {
            var reader = new JavaDataReader(bytes, OriginOf(descriptor.Name));
            elements.Add(resolved.Reader.Read(ref reader));
        }

        var state = new OperatorListState<T>(elements, ValueCopier.Of(descriptor.ElementType, resolved.Writer));
        return new OperatorListTable<T>(state, descriptor.Name, mode, resolved.Writer);
    }

    private BroadcastTable<TKey, TValue> CreateBroadcast<TKey, TValue>(MapStateDescriptor<TKey, TValue> descriptor)
        where TKey : notnull
    {
        RequireNoTimeToLive(descriptor);
        var restored = FindRestored(descriptor.Name, OperatorStateMode.Broadcast);
        var keys = Resolve(descriptor.Name, "keys", descriptor.KeyType, restored?.Meta.KeySerializer);
        var values = Resolve(descriptor.Name, "values", descriptor.ValueType, restored?.Meta.ValueSerializer);
        var map = new Dictionary<TKey, TValue>(StateShapes.ComparerOf(descriptor.KeyType));
        foreach (var bytes in restored?.Elements ?? [])
        {
            var reader = new JavaDataReader(bytes, OriginOf(descriptor.Name));
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var key = keys.Reader.Read(ref reader);
                map[key] = values.Reader.Read(ref reader);
            }
        }

        var copy = ValueCopier.OfMap<TKey, TValue>(ValueCopier.Of(descriptor.ValueType, values.Writer));
        return new BroadcastTable<TKey, TValue>(new HeapBroadcastState<TKey, TValue>(map, copy), descriptor.Name, keys.Writer, values.Writer);
    }

    private RestoredOperatorState? FindRestored(string name, OperatorStateMode mode)
    {
        var restored = _restored.Find(name);
        return restored is null || restored.Mode == mode
            ? restored
            : throw RestoreFaults.Kind(_context.OperatorName, name, $"{restored.Mode} operator state", $"{mode} operator state");
    }

    private ResolvedSerializer<T> Resolve<T>(string name, string what, TypeInformation<T> type, SerializerSnapshot? snapshot)
    {
        var resolved = SerializerResolver.Resolve(type, snapshot);
        return resolved.Compatibility != Compatibility.Incompatible
            ? resolved
            : throw RestoreFaults.State(_context.OperatorName, name, what, snapshot, SerializerResolver.Fresh(type).Snapshot);
    }

    private static DataOrigin OriginOf(string name) => new($"operator state '{name}'");

    private static void RequireNoTimeToLive(StateDescriptor descriptor)
    {
        if (descriptor.TimeToLive is not null)
        {
            throw new InvalidOperationException($"operator state '{descriptor.Name}' has a time to live, which only keyed state can have");
        }
    }

    private InvalidOperationException RegisteredOtherwise(string name) => new(
        $"operator state '{name}' of operator '{_context.OperatorName}' was registered before with another kind or type");
}

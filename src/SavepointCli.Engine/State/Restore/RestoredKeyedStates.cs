using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Restore;

/// <summary>The keyed state of the restored snapshot that no registered state has taken over yet.</summary>
internal sealed class RestoredKeyedStates
{
    private readonly StateBackendContext _context;
    private readonly Dictionary<(string Name, bool IsQueue), RestoredState> _states = [];

    private RestoredKeyedStates(StateBackendContext context) => _context = context;

    /// <summary>Snapshots of the key serializers of all streams.</summary>
    public List<SerializerSnapshot> KeySerializers { get; } = [];

    /// <summary>The states that are left.</summary>
    public IEnumerable<RestoredState> Left => _states.Values;

    /// <summary>Reads the streams of the handles that the subtask got.</summary>
    public static RestoredKeyedStates Load(StateBackendContext context, IReadOnlyList<KeyedStateHandle> handles, CancellationToken cancellation)
    {
        var restored = new RestoredKeyedStates(context);
        foreach (var handle in handles)
        {
            cancellation.ThrowIfCancellationRequested();
            restored.Load(handle);
        }

        return restored;
    }

    /// <summary>Takes a state out, if there is one of that name.</summary>
    public bool TryTake(string name, bool isQueue, [NotNullWhen(true)] out RestoredState? state) => _states.Remove((name, isQueue), out state);

    /// <summary>The state of that name, without taking it.</summary>
    public RestoredState? Find(string name, bool isQueue) => _states.GetValueOrDefault((name, isQueue));

    private void Load(KeyedStateHandle handle)
    {
        if (handle is not KeyGroupsHandle groups)
        {
            throw RestoreFaults.Backend(_context.OperatorName, $"in {handle.GetType().Name}s", "key-group streams");
        }

        if (groups.Stream is null)
        {
            return;
        }

        var streams = _context.Streams ?? throw new InvalidOperationException("state is restored without a way to open its streams");
        using var stream = streams.Open(groups.Stream);
        var path = streams.Describe(groups.Stream);
        if (KeyedStreamForms.Detect(stream, groups, path) == KeyedStreamForm.Canonical)
        {
            LoadCanonical(new CanonicalKeyGroupReader(stream, groups, path, _context.KeyGroups));
        }
        else
        {
            LoadHeap(new HeapKeyGroupReader(stream, groups, path, _context.Kryo, _context.KeyGroups));
        }
    }

    private void LoadCanonical(CanonicalKeyGroupReader reader)
    {
        var parts = Register(reader.Header);
        while (reader.Read())
        {
            parts[reader.StateIndex].GroupOf(reader.KeyGroup).Add(reader.Key, reader.Value);
        }
    }

    private void LoadHeap(HeapKeyGroupReader reader)
    {
        var parts = Register(reader.Header);
        var forms = Array.ConvertAll(parts, part => new EntryForms(part.Meta, reader.Header.KeySerializer, _context));
        while (reader.Read())
        {
            forms[reader.StateIndex].ToCanonical(
                reader.KeyGroup, reader.Namespace, reader.Key, reader.Value, parts[reader.StateIndex].GroupOf(reader.KeyGroup));
        }
    }

    private RestoredPart[] Register(KeyedBackendHeader header)
    {
        KeySerializers.Add(header.KeySerializer);
        return [.. header.States.Select(meta =>
        {
            var part = new RestoredPart(meta, _context.KeyGroups);
            var id = (meta.Name, meta.Kind == BackendStateType.PriorityQueue);
            if (!_states.TryGetValue(id, out var state))
            {
                _states.Add(id, state = new RestoredState());
            }

            state.Add(part);
            return part;
        })];
    }
}

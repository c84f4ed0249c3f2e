using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Restore;

/// <summary>The operator state of the restored snapshot that no registered state has taken over yet.</summary>
internal sealed class RestoredOperatorStates
{
    private readonly StateBackendContext _context;
    private readonly Dictionary<string, RestoredOperatorState> _states = new(StringComparer.Ordinal);

    private RestoredOperatorStates(StateBackendContext context) => _context = context;

    /// <summary>The states that are left, in the order in which they were found.</summary>
    public IEnumerable<RestoredOperatorState> Left => _states.Values;

    /// <summary>Reads the elements that the handles give to the subtask.</summary>
    public static RestoredOperatorStates Load(
        StateBackendContext context, IReadOnlyList<OperatorStateHandle> handles, CancellationToken cancellation)
    {
        var restored = new RestoredOperatorStates(context);
        foreach (var handle in handles)
        {
            cancellation.ThrowIfCancellationRequested();
            restored.Load(handle);
        }

        return restored;
    }

    /// <summary>The state of that name, or null.</summary>
    public RestoredOperatorState? Find(string name) => _states.GetValueOrDefault(name);

    /// <summary>Forgets a state that a registered one has taken over.</summary>
    public void Remove(string name) => _states.Remove(name);

    private void Load(OperatorStateHandle handle)
    {
        if (handle.Stream is null or EmptySegmentStreamHandle)
        {
            return;
        }

        var streams = _context.Streams ?? throw new InvalidOperationException("state is restored without a way to open its streams");
        using var stream = streams.Open(handle.Stream);
        var path = streams.Describe(handle.Stream);
        var reader = new OperatorStateReader(stream, handle, path);
        foreach (var offsets in handle.States)
        {
            Load(reader, offsets, path);
        }
    }

    private void Load(OperatorStateReader reader, OperatorStateOffsets offsets, string path)
    {
        var meta = reader.MetaOf(offsets);
        if (!_states.TryGetValue(offsets.Name, out var state))
        {
            _states.Add(offsets.Name, state = new RestoredOperatorState(meta, offsets.Mode));
        }
        else if (!SameBytes(meta, state.Meta))
        {
            throw RestoreFaults.Descriptions(_context.OperatorName, offsets.Name);
        }

        foreach (var offset in offsets.Offsets)
        {
            var bytes = reader.ReadAt(offset);
            state.Add(bytes[..LengthOf(meta, bytes, new DataOrigin(path, offset))]);
        }
    }

    /// <summary>Elements carry no length: only their serializer knows where they end, and behind the last may stand another subtask's.</summary>
    private int LengthOf(StateMeta meta, ReadOnlySpan<byte> bytes, DataOrigin origin)
    {
        var reader = new JavaDataReader(bytes, origin);
        var value = SerializerOf(meta, meta.ValueSerializer);
        if (meta.Kind != BackendStateType.Broadcast)
        {
            value.Skip(ref reader);
            return reader.Position;
        }

        var key = SerializerOf(meta, meta.KeySerializer);
        var count = reader.ReadCount($"entries of broadcast state '{meta.Name}'");
        for (var i = 0; i < count; i++)
        {
            key.Skip(ref reader);
            value.Skip(ref reader);
        }

        return reader.Position;
    }

    private TypeSerializer SerializerOf(StateMeta meta, SerializerSnapshot? snapshot) => snapshot?.RestoreSerializer(_context.Kryo)
        ?? throw new SavepointException(ExitCode.Damaged, $"operator state '{meta.Name}' lacks a serializer");

    private static bool SameBytes(StateMeta left, StateMeta right)
    {
        var leftBytes = new JavaDataWriter();
        left.Write(leftBytes);
        var rightBytes = new JavaDataWriter();
        right.Write(rightBytes);
        return leftBytes.WrittenSpan.SequenceEqual(rightBytes.WrittenSpan);
    }
}

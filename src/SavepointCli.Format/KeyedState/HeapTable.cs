using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.KeyedState;

/// <summary>How the entries of one state stand in a native stream of the heap backend: namespace, key and value, or a queue element.</summary>
internal sealed class HeapTable
{
    private readonly TypeSerializer _key;
    private readonly TypeSerializer? _namespace;
    private readonly TypeSerializer _value;

    public HeapTable(StateMeta state, SerializerSnapshot keySerializer, KryoVersion kryo)
    {
        Name = state.Name;
        _key = OpaqueSerializer.RestoreOrOpaque(keySerializer, kryo);
        _namespace = state.NamespaceSerializer is { } space ? OpaqueSerializer.RestoreOrOpaque(space, kryo) : null;
        _value = state.ValueSerializer is { } value
            ? OpaqueSerializer.RestoreOrOpaque(value, kryo)
            : throw new SavepointException(ExitCode.Damaged, $"state '{state.Name}' has no value serializer");
    }

    /// <summary>Name of the state.</summary>
    public string Name { get; }

    /// <summary>Moves behind namespace and key, which queue elements do not have.</summary>
    /// <param name="reader">Stands before the entry.</param>
    /// <returns>Where the namespace ends.</returns>
    public int SkipKey(ref JavaDataReader reader)
    {
        if (_namespace is null)
        {
            return reader.Position;
        }

        _namespace.Skip(ref reader);
        var namespaceEnd = reader.Position;
        _key.Skip(ref reader);
        return namespaceEnd;
    }

    /// <summary>Moves behind namespace and key; false if they can't be those of an entry of the key group.</summary>
    public bool SkipKeyIfOf(ref JavaDataReader reader, KeyGroupTest test)
    {
        if (_namespace is null)
        {
            return IsTimerOf(reader, test);
        }

        // Without looking further: the one byte of an absent namespace is always 0.
        if (_namespace is VoidNamespaceSerializer && (reader.Remaining == 0 || reader.Peek() != 0))
        {
            return false;
        }

        _namespace.Skip(ref reader);
        var keyStart = reader;
        if (_key.TryHash(ref reader, out var hash))
        {
            return test.Holds(hash);
        }

        reader = keyStart;
        _key.Skip(ref reader);
        return true;
    }

    /// <summary>Moves behind the value or the queue element.</summary>
    public void SkipValue(ref JavaDataReader reader) => _value.Skip(ref reader);

    private bool IsTimerOf(JavaDataReader ahead, KeyGroupTest test)
    {
        if (_value.Snapshot is not CompositeSerializerSnapshot { Kind: var kind } || kind != TimerSerializer.Kind)
        {
            return true;
        }

        ahead.Skip(sizeof(long));
        return !_key.TryHash(ref ahead, out var hash) || test.Holds(hash);
    }
}

using SavepointCli.Format;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// Turns the bytes of one keyed state into entries. What can't be decoded becomes an <see cref="OpaqueValue"/> or an
/// <see cref="UnreadableValue"/> with a finding; it never ends the reading.
/// </summary>
internal sealed class KeyedStateDecoder
{
    private readonly StateOrigin _origin;
    private readonly StateMeta _state;
    private readonly StateFindings _findings;
    private readonly TypeSerializer _key;
    private readonly TypeSerializer _namespace;
    private readonly TypeSerializer _value;
    private readonly TypeSerializer _userKey;
    private readonly TypeSerializer _element;
    private readonly KeyLayout _layout;

    public KeyedStateDecoder(StateOrigin origin, KeyedBackendHeader header, StateMeta state, StateFindings findings)
    {
        _origin = origin;
        _state = state;
        _findings = findings;
        Kind = KindOf(state);
        IsWanted = origin.Selection.Wants(state.Name);
        _key = Restore(header.KeySerializer);
        _value = Restore(state.ValueSerializer);
        _namespace = Restore(state.NamespaceSerializer);
        _userKey = Kind == StateEntryKind.Map ? Restore(state.UserKeySerializer ?? NestedIn(state, 0)) : _value;
        _element = Kind switch
        {
            _ when state.Kind == BackendStateType.KeyValueV2 => _value,
            StateEntryKind.Map => Restore(NestedIn(state, 1)),
            StateEntryKind.List => Restore(NestedIn(state, 0)),
            _ => _value,
        };
        _layout = new KeyLayout(origin.MaxParallelism, _key, _namespace);
    }

    /// <summary>What the entries are.</summary>
    public StateEntryKind Kind { get; }

    /// <summary>Whether the state is wanted at all.</summary>
    public bool IsWanted { get; }

    /// <summary>The parts of a canonical key; a key that can't be decoded has no end, so it takes all bytes then.</summary>
    public KeyParts Split(int keyGroup, ReadOnlySpan<byte> key)
    {
        try
        {
            return _layout.Split(key, keyGroup);
        }
        catch (OpaqueValueException opaque)
        {
            _findings.Opaque(_origin, _state.Name, opaque.ClassName);
            return new KeyParts(_layout.PrefixLength..key.Length, key.Length..key.Length, key.Length..key.Length);
        }
    }

    /// <summary>An entry of a canonical stream that stands for itself: anything but a map.</summary>
    public StateEntry DecodeCanonical(int keyGroup, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (Kind == StateEntryKind.Timer)
        {
            return DecodeElement(keyGroup, key[_layout.PrefixLength..]);
        }

        var parts = Split(keyGroup, key);
        return Entry(keyGroup, key[parts.Key], key[parts.Namespace], Kind == StateEntryKind.List ? DecodeList(value) : Decode(_value, value));
    }

    /// <summary>A keyed entry of a heap table, whose lists and maps are values like any other.</summary>
    public StateEntry DecodeTable(int keyGroup, ReadOnlySpan<byte> @namespace, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        Entry(keyGroup, key, @namespace, Decode(_value, value));

    /// <summary>A queue element.</summary>
    public StateEntry DecodeElement(int keyGroup, ReadOnlySpan<byte> element)
    {
        var value = Decode(_value, element);
        return value is Timer<object?, object?> timer
            ? NewEntry(keyGroup) with { Key = timer.Key, Namespace = timer.Namespace, Value = timer.Timestamp }
            : NewEntry(keyGroup) with { Kind = StateEntryKind.Queue, Value = value };
    }

    /// <summary>One entry of a map in a canonical stream.</summary>
    public KeyValuePair<object?, object?> DecodeMapEntry(ReadOnlySpan<byte> userKey, ReadOnlySpan<byte> value) =>
        new(Decode(_userKey, userKey), value.IsEmpty || value[0] != 0 ? null : Decode(_element, value[1..]));

    /// <summary>The map of one key and namespace, gathered from its entries.</summary>
    public StateEntry Map(int keyGroup, ReadOnlySpan<byte> key, ReadOnlySpan<byte> @namespace, List<KeyValuePair<object?, object?>> entries) =>
        Entry(keyGroup, key, @namespace, new FlinkMap([.. entries]));

    private static StateEntryKind KindOf(StateMeta state) => (state.Kind, state.KeyedStateType) switch
    {
        (BackendStateType.PriorityQueue, _) => StateEntryKind.Timer,
        (_, KeyedStateType.List) => StateEntryKind.List,
        (_, KeyedStateType.Map) => StateEntryKind.Map,
        (_, KeyedStateType.Reducing) => StateEntryKind.Reducing,
        (_, KeyedStateType.Aggregating) => StateEntryKind.Aggregating,
        (_, KeyedStateType.Folding) => StateEntryKind.Folding,
        _ => StateEntryKind.Value,
    };

    private static SerializerSnapshot? NestedIn(StateMeta state, int index) =>
        state.ValueSerializer is CompositeSerializerSnapshot composite && index < composite.Nested.Length ? composite.Nested[index] : null;

    private StateEntry Entry(int keyGroup, ReadOnlySpan<byte> key, ReadOnlySpan<byte> @namespace, object? value) =>
        NewEntry(keyGroup) with { Key = Decode(_key, key), Namespace = @namespace.IsEmpty ? null : Decode(_namespace, @namespace), Value = value };

    private StateEntry NewEntry(int keyGroup) => new()
    {
        Operator = _origin.Operator,
        OperatorId = _origin.OperatorId,
        State = _state.Name,
        Kind = Kind,
        Subtask = _origin.Subtask,
        KeyGroup = keyGroup,
    };

    /// <summary>Elements stand with one byte between them that may also occur inside them, so only decoding finds where they end.</summary>
    private object? DecodeList(ReadOnlySpan<byte> value)
    {
        var elements = new List<object?>();
        try
        {
            var reader = new JavaDataReader(value);
            while (true)
            {
                elements.Add(_element.ReadObject(ref reader));
                if (reader.Remaining == 0)
                {
                    return elements;
                }

                reader.Skip(1);
            }
        }
        catch (OpaqueValueException opaque)
        {
            _findings.Opaque(_origin, _state.Name, opaque.ClassName);
            return new OpaqueValue(opaque.ClassName, value.ToArray());
        }
        catch (SavepointFormatException fault)
        {
            return Unreadable(fault, value);
        }
    }

    private object? Decode(TypeSerializer serializer, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new JavaDataReader(bytes);
            var value = serializer.ReadDelimited(ref reader);
            if (value is OpaqueValue opaque)
            {
                _findings.Opaque(_origin, _state.Name, opaque.ClassName);
            }

            return value;
        }
        catch (SavepointFormatException fault)
        {
            return Unreadable(fault, bytes);
        }
    }

    private UnreadableValue Unreadable(SavepointFormatException fault, ReadOnlySpan<byte> bytes)
    {
        _findings.Unreadable(_origin, _state.Name, fault);
        return new UnreadableValue(bytes.ToArray());
    }

    private TypeSerializer Restore(SerializerSnapshot? snapshot) => StateSerializers.Restore(snapshot, _origin.Kryo);
}

using SavepointCli.Format;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// Turns the stored entries of one keyed state of one stream into entries for people. What can't be decoded becomes an
/// <see cref="OpaqueValue"/> or an <see cref="UnreadableValue"/> with a finding; it never ends the reading. Many threads may use it at once.
/// </summary>
internal sealed class KeyedStateDecoder
{
    private readonly StateOrigin _origin;
    private readonly KeyedStateTypes _types;
    private readonly ValueDecoder _values;
    private readonly KeyLayout _layout;
    private readonly bool _hasCompositeKeys;
    private readonly PartFilter? _wantedKey;
    private readonly PartFilter? _wantedNamespace;

    /// <summary>The decoder of one state.</summary>
    /// <param name="origin">The subtask.</param>
    /// <param name="header">Head of the stream.</param>
    /// <param name="state">The state.</param>
    /// <param name="hasCompositeKeys">See <see cref="IKeyGroupReader.HasCompositeKeys"/>.</param>
    public KeyedStateDecoder(StateOrigin origin, KeyedBackendHeader header, StateMeta state, bool hasCompositeKeys)
    {
        _origin = origin;
        _hasCompositeKeys = hasCompositeKeys;
        _types = new KeyedStateTypes(header, state, origin.Kryo);
        _values = new ValueDecoder(origin, state.Name);
        _layout = new KeyLayout(origin.MaxParallelism, _types.Key, _types.Namespace);
        _wantedKey = PartFilter.Of(origin.Selection.Key, _types.Key);
        _wantedNamespace = PartFilter.Of(origin.Selection.Namespace, _types.Namespace);
        Meta = state;
        IsWanted = origin.Selection.Wants(state.Name);
        Printer = new KeyedLinePrinter(origin, state, _types, _layout, hasCompositeKeys);
    }

    /// <summary>Prints entries without decoding them to objects, where that is possible.</summary>
    public KeyedLinePrinter Printer { get; }

    /// <summary>The state as the stream describes it.</summary>
    public StateMeta Meta { get; }

    /// <summary>What the entries are.</summary>
    public StateEntryKind Kind => _types.Kind;

    /// <summary>Whether the state is wanted at all.</summary>
    public bool IsWanted { get; }

    private bool IsCompositeMap => _hasCompositeKeys && Kind == StateEntryKind.Map;

    /// <summary>Whether the current entry of a reader may be wanted; false only where it certainly is not.</summary>
    public bool MayWant(IKeyGroupReader reader)
    {
        if (!IsWanted || _wantedKey is null || Kind == StateEntryKind.Timer)
        {
            return IsWanted;
        }

        return _hasCompositeKeys ? !_wantedKey.RejectsStart(reader.Key[_layout.PrefixLength..]) : !_wantedKey.Rejects(reader.Key);
    }

    /// <summary>Whether the current entry of a reader belongs to the map with which a batch ends.</summary>
    public bool Continues(KeyedEntryBatch batch, IKeyGroupReader reader)
    {
        if (!IsCompositeMap)
        {
            return false;
        }

        var last = batch[batch.Count - 1];
        return last.StateIndex == reader.StateIndex && last.KeyGroup == reader.KeyGroup && reader.Key.StartsWith(MapPrefix(last));
    }

    /// <summary>The stored entry behind those that make one entry for people: all of a map, else the next one.</summary>
    public int EndOfEntry(KeyedEntryBatch batch, int index)
    {
        var end = index + 1;
        if (!IsCompositeMap)
        {
            return end;
        }

        var first = batch[index];
        var prefix = MapPrefix(first);
        while (end < batch.Count && batch[end] is var next && next.StateIndex == first.StateIndex && next.KeyGroup == first.KeyGroup && next.Key.StartsWith(prefix))
        {
            end++;
        }

        return end;
    }

    /// <summary>Decodes the entry that <see cref="EndOfEntry"/> delimits; null if it is not wanted.</summary>
    public StateEntry? Decode(KeyedEntryBatch batch, int index, int end, StateFindings findings)
    {
        var stored = batch[index];
        if (Kind == StateEntryKind.Timer)
        {
            return DecodeElement(stored, findings);
        }

        if (!TrySplit(stored, findings, out var parts))
        {
            return NewEntry(stored.KeyGroup) with { Key = new UnreadableValue(stored.Key.ToArray()), Value = new UnreadableValue(stored.Value.ToArray()) };
        }

        if (_wantedKey?.Rejects(parts.Key) == true || _wantedNamespace?.Rejects(parts.Namespace) == true)
        {
            return null;
        }

        var key = _values.Decode(_types.Key, parts.Key, findings);
        var @namespace = parts.Namespace.IsEmpty ? null : _values.Decode(_types.Namespace, parts.Namespace, findings);
        return _wantedKey?.Accepts(key) == false || _wantedNamespace?.Accepts(@namespace) == false
            ? null
            : NewEntry(stored.KeyGroup) with { Key = key, Namespace = @namespace, Value = DecodeValue(batch, index, end, findings) };
    }

    private object? DecodeValue(KeyedEntryBatch batch, int index, int end, StateFindings findings)
    {
        if (!_hasCompositeKeys)
        {
            return _values.Decode(_types.Value, batch[index].Value, findings);
        }

        return Kind switch
        {
            StateEntryKind.Map => DecodeMap(batch, index, end, findings),
            StateEntryKind.List => _values.DecodeDelimitedList(_types.Element, batch[index].Value, findings),
            _ => _values.Decode(_types.Value, batch[index].Value, findings),
        };
    }

    private FlinkMap DecodeMap(KeyedEntryBatch batch, int index, int end, StateFindings findings)
    {
        var prefix = MapPrefix(batch[index]).Length;
        var entries = new KeyValuePair<object?, object?>[end - index];
        for (var i = 0; i < entries.Length; i++)
        {
            var stored = batch[index + i];
            var isNull = stored.Value.IsEmpty || stored.Value[0] != 0;
            entries[i] = new(
                _values.Decode(_types.UserKey, stored.Key[prefix..], findings),
                isNull ? null : _values.Decode(_types.Element, stored.Value[1..], findings));
        }

        return new FlinkMap(entries);
    }

    /// <summary>A queue element: in canonical streams it is the key, in heap streams the value.</summary>
    private StateEntry? DecodeElement(in StoredEntry stored, StateFindings findings)
    {
        var element = _hasCompositeKeys ? stored.Key[_layout.PrefixLength..] : stored.Value;
        var value = _values.Decode(_types.Value, element, findings);
        if (value is not Timer<object?, object?> timer)
        {
            return NewEntry(stored.KeyGroup) with { Kind = StateEntryKind.Queue, Value = value };
        }

        return _origin.Selection.Wants(timer.Key, timer.Namespace)
            ? NewEntry(stored.KeyGroup) with { Key = timer.Key, Namespace = timer.Namespace, Value = timer.Timestamp }
            : null;
    }

    /// <summary>The bytes in front of the map key. Key and namespace find their ends in their own bytes, so equal bytes are the same key and namespace.</summary>
    private ReadOnlySpan<byte> MapPrefix(in StoredEntry stored)
    {
        try
        {
            return stored.Key[.._layout.Split(stored.Key, stored.KeyGroup).UserKey.Start.Value];
        }
        catch (Exception fault) when (fault is OpaqueValueException or SavepointFormatException)
        {
            return stored.Key;
        }
    }

    private bool TrySplit(in StoredEntry stored, StateFindings findings, out StoredParts parts)
    {
        parts = new StoredParts(stored.Key, stored.Namespace);
        if (!_hasCompositeKeys)
        {
            return true;
        }

        try
        {
            var split = _layout.Split(stored.Key, stored.KeyGroup);
            parts = new StoredParts(stored.Key[split.Key], stored.Key[split.Namespace]);
            return true;
        }
        catch (OpaqueValueException opaque)
        {
            // A key that can't be decoded has no end, so it takes all bytes.
            findings.Opaque(_origin, Meta.Name, opaque.ClassName);
            parts = new StoredParts(stored.Key[_layout.PrefixLength..], default);
            return true;
        }
        catch (SavepointFormatException fault)
        {
            findings.Unreadable(_origin, Meta.Name, fault);
            return false;
        }
    }

    private StateEntry NewEntry(int keyGroup) => new()
    {
        Operator = _origin.Operator,
        OperatorId = _origin.OperatorId,
        State = Meta.Name,
        Kind = Kind,
        Subtask = _origin.Subtask,
        KeyGroup = keyGroup,
    };

    private readonly ref struct StoredParts(ReadOnlySpan<byte> key, ReadOnlySpan<byte> @namespace)
    {
        public ReadOnlySpan<byte> Key { get; } = key;

        public ReadOnlySpan<byte> Namespace { get; } = @namespace;
    }
}

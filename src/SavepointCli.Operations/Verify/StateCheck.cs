using SavepointCli.Format;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Verify;

/// <summary>
/// Checks the entries of one keyed state without building values: keys, namespaces and values must end where their entry ends, and a key
/// must belong to the key group in which it stands. Allocates nothing for an entry that is right.
/// </summary>
internal sealed class StateCheck
{
    private const int TimestampLength = sizeof(long);

    private readonly CheckOrigin _origin;
    private readonly StreamPlace _place;
    private readonly StateMeta _state;
    private readonly KeyedStateTypes _types;
    private readonly KeyLayout _layout;
    private readonly int _maxParallelism;
    private bool _skipsKeys;
    private bool _skipsHashes;
    private bool _skipsValues;

    public StateCheck(CheckOrigin origin, StreamPlace place, KeyedBackendHeader header, StateMeta state)
    {
        _origin = origin;
        _place = place;
        _state = state;
        _types = new KeyedStateTypes(header, state, origin.Snapshot.Metadata.Kryo);
        _maxParallelism = origin.State.MaxParallelism;
        _layout = new KeyLayout(_maxParallelism, _types.Key, _types.Namespace);
    }

    private bool IsTimer => _types.Kind == StateEntryKind.Timer;

    /// <summary>Checks an entry of a canonical stream or of RocksDB.</summary>
    /// <param name="reader">Stands on the entry.</param>
    /// <param name="keyStart">Position of the key in the file; null where the bytes have none of their own.</param>
    /// <param name="valueStart">Position of the value.</param>
    public void CheckComposite(IKeyGroupReader reader, long? keyStart, long? valueStart)
    {
        var key = reader.Key;
        var value = reader.Value;
        if (!_skipsKeys)
        {
            Check(VerifyCode.Key, key, keyStart, ref _skipsKeys, reader.KeyGroup, static (check, ref bytes, keyGroup) => check.ReadCompositeKey(ref bytes, keyGroup));
        }

        if (!_skipsValues)
        {
            Check(VerifyCode.Value, value, valueStart, ref _skipsValues, 0, static (check, ref bytes, _) => check.ReadCompositeValue(ref bytes));
        }
    }

    /// <summary>Checks an entry of a heap table, whose parts the reader has found by parsing them: left is whether the key belongs there.</summary>
    public void CheckTable(IKeyGroupReader reader, long? start)
    {
        if (_skipsHashes)
        {
            return;
        }

        var bytes = IsTimer ? reader.Value : reader.Key;
        Check(
            VerifyCode.Key,
            bytes,
            start,
            ref _skipsHashes,
            reader.KeyGroup,
            static (check, ref bytes, keyGroup) =>
            {
                bytes.Skip(check.IsTimer ? TimestampLength : 0);
                check.CheckKeyGroup(ref bytes, keyGroup);
                bytes.ReadRest();
            });
    }

    private delegate void PartReader(StateCheck check, ref JavaDataReader bytes, int keyGroup);

    private void Check(VerifyCode code, ReadOnlySpan<byte> bytes, long? start, ref bool skips, int keyGroup, PartReader read)
    {
        var reader = new JavaDataReader(bytes);
        try
        {
            read(this, ref reader, keyGroup);
            if (reader.Remaining > 0)
            {
                throw reader.Fault($"{reader.Remaining} bytes behind the {(code == VerifyCode.Key ? "key" : "value")}");
            }
        }
        catch (OpaqueValueException opaque)
        {
            // Only the job's own class knows where such a value ends; the next entry would say the same.
            skips = true;
            _origin.AddNote(_place.Path, $"{(code == VerifyCode.Key ? "keys" : "values")} hold {opaque.ClassName}, which only that class can decode", _state.Name);
        }
        catch (SavepointFormatException fault)
        {
            _origin.Add(code, _place.Path, start is { } at ? at + fault.Offset : null, fault.What, _state.Name);
        }
    }

    private void ReadCompositeKey(ref JavaDataReader bytes, int keyGroup)
    {
        var stored = _layout.PrefixLength == 1 ? bytes.ReadByte() : bytes.ReadUInt16();
        if (stored != keyGroup)
        {
            bytes.Seek(0);
            throw bytes.Fault($"a key of key group {stored} stands in key group {keyGroup}");
        }

        if (IsTimer)
        {
            var element = bytes;
            element.Skip(TimestampLength);
            CheckKeyGroup(ref element, keyGroup);
            _types.Value.Skip(ref bytes);
            return;
        }

        var keyStart = bytes;
        CheckKeyGroup(ref keyStart, keyGroup);
        bytes.Seek(0);
        var parts = _layout.Split(bytes.ReadRest(), keyGroup);
        bytes.Seek(parts.UserKey.Start.Value);
        if (_types.Kind == StateEntryKind.Map)
        {
            _types.UserKey.Skip(ref bytes);
        }
    }

    private void ReadCompositeValue(ref JavaDataReader bytes)
    {
        switch (_types.Kind)
        {
            case StateEntryKind.Timer:
                break;
            case StateEntryKind.Map when bytes.ReadBoolean():
                // What stands behind the mark of null depends on the backend that wrote it, and nobody reads it.
                bytes.ReadRest();
                break;
            case StateEntryKind.Map:
                _types.Element.Skip(ref bytes);
                break;
            case StateEntryKind.List:
                ReadDelimitedList(ref bytes);
                break;
            default:
                _types.Value.Skip(ref bytes);
                break;
        }
    }

    private void ReadDelimitedList(ref JavaDataReader bytes)
    {
        _types.Element.Skip(ref bytes);
        while (bytes.Remaining > 0)
        {
            bytes.Skip(1);
            _types.Element.Skip(ref bytes);
        }
    }

    /// <summary>Moves behind the key where its hash can be computed without the job's classes.</summary>
    private void CheckKeyGroup(ref JavaDataReader bytes, int keyGroup)
    {
        if (_skipsHashes)
        {
            return;
        }

        var start = bytes.Position;
        if (!_types.Key.TryHash(ref bytes, out var hash))
        {
            _skipsHashes = true;
            return;
        }

        var own = KeyGroups.Of(hash, _maxParallelism);
        if (own != keyGroup)
        {
            bytes.Seek(start);
            throw bytes.Fault($"a key that belongs to key group {own} stands in key group {keyGroup}");
        }
    }
}

using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.RocksDb;

namespace SavepointCli.Operations.RocksDb;

/// <summary>
/// Reads the entries of a RocksDB database: state by state, key groups in ascending order. Keys and values are spans over RocksDB's own
/// memory; nothing is allocated per entry.
/// </summary>
public sealed class RocksDbEntryReader : IKeyGroupReader, IDisposable
{
    private readonly RocksDbKeyedState _source;
    private readonly Func<StateMeta, bool>? _isWanted;
    private readonly KeyGroupRange _keyGroups;
    private readonly int _prefixLength;
    private readonly byte[] _first;
    private RocksIterator? _iterator;

    internal RocksDbEntryReader(
        RocksDbKeyedState source, Func<StateMeta, bool>? isWanted, KeyGroupRange keyGroups, int prefixLength)
    {
        _source = source;
        _isWanted = isWanted;
        _keyGroups = keyGroups;
        _prefixLength = prefixLength;
        _first = KeyLayout.PrefixOf(keyGroups.Start, prefixLength);
        StateIndex = -1;
    }

    /// <inheritdoc/>
    public KeyedBackendHeader Header => _source.Header;

    /// <inheritdoc/>
    public bool HasCompositeKeys => true;

    /// <summary>Unknown: entries of a database have no place in a file.</summary>
    public long Offset => 0;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Namespace => default;

    /// <inheritdoc/>
    public int KeyGroup { get; private set; }

    /// <inheritdoc/>
    public int StateIndex { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Key => Current.Key;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Value
    {
        get
        {
            try
            {
                return Current.Value;
            }
            catch (RocksDbException fault)
            {
                throw _source.Translate(fault);
            }
        }
    }

    private RocksIterator Current => _iterator ?? throw new InvalidOperationException("the reader stands on no entry");

    /// <inheritdoc/>
    public bool Read()
    {
        try
        {
            var found = _iterator is not null && _iterator.Next() && IsInside(_iterator.Key);
            while (!found && NextState())
            {
                found = _iterator!.Seek(_first) && IsInside(_iterator.Key);
            }

            return found;
        }
        catch (RocksDbException fault)
        {
            throw _source.Translate(fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _iterator?.Dispose();

    private bool NextState()
    {
        _iterator?.Dispose();
        _iterator = null;
        while (_keyGroups.Count > 0 && ++StateIndex < Header.States.Length)
        {
            var state = Header.States[StateIndex];
            if ((_isWanted is null || _isWanted(state)) && _source.Holds(state))
            {
                _iterator = _source.Iterate(state);
                return true;
            }
        }

        return false;
    }

    /// <summary>Keys come in ascending order, so the first one outside ends the state.</summary>
    private bool IsInside(ReadOnlySpan<byte> key)
    {
        if (key.Length < _prefixLength)
        {
            throw new SavepointException(
                ExitCode.Damaged,
                $"state '{Header.States[StateIndex].Name}' has a key of {key.Length} bytes, shorter than its key group",
                "the files belong to another snapshot, or its max parallelism is not the one that the metadata says");
        }

        KeyGroup = KeyLayout.ReadKeyGroup(key, _prefixLength);
        return _keyGroups.Contains(KeyGroup);
    }
}

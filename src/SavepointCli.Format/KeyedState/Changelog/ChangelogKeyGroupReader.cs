using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// Reads the keyed state of one subtask that is stored as a snapshot of the backend below and the changes since: the entries that a heap
/// table would hold after all changes. One key group is held in memory at a time. Mirrors <c>ChangelogBackendRestoreOperation</c>; see
/// <c>docs/format/keyed-state.md</c>.
/// </summary>
public sealed class ChangelogKeyGroupReader : IKeyGroupReader
{
    private readonly KeyGroupRange _range;
    private readonly ImmutableArray<(MaterializedState Source, ImmutableArray<ChangelogState> States)> _materialized;
    private readonly ChangelogLog _log;
    private readonly TypeSerializer _key;
    private readonly int _maxParallelism;
    private IEnumerator<ChangelogEntry>? _entries;
    private ChangelogTable? _table;

    /// <summary>Stands before the first entry.</summary>
    /// <param name="materialized">Snapshots below, which come first; disjoint or in the order in which they count.</param>
    /// <param name="log">The changes. It stays open.</param>
    /// <param name="keySerializer">Describes the keys.</param>
    /// <param name="range">The key groups to read.</param>
    /// <param name="maxParallelism">Number of key groups of the operator.</param>
    public ChangelogKeyGroupReader(
        ImmutableArray<MaterializedState> materialized, ChangelogLog log, SerializerSnapshot keySerializer, KeyGroupRange range, int maxParallelism)
    {
        _range = range;
        _log = log;
        _maxParallelism = maxParallelism;
        _key = OpaqueSerializer.RestoreOrOpaque(keySerializer, log.Kryo);
        _materialized = [.. materialized.Select(source => (source, source.Header.States.Select(log.States.Add).ToImmutableArray()))];
        Header = new KeyedBackendHeader(IsCompressed: false, keySerializer, log.States.Metas);
        KeyGroup = range.Start - 1;
    }

    /// <summary>Keys and states; a state whose serializer changed comes more than once.</summary>
    public KeyedBackendHeader Header { get; }

    /// <inheritdoc/>
    public bool HasCompositeKeys => false;

    /// <inheritdoc/>
    public int KeyGroup { get; private set; }

    /// <inheritdoc/>
    public int StateIndex => Current.StateIndex;

    /// <summary>Unknown: an entry is what many changes made of it.</summary>
    public long Offset => 0;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Key => Current.Key.Span;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Namespace => Current.Namespace.Span;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Value => Current.Value;

    private ChangelogEntry Current => _entries?.Current ?? throw new InvalidOperationException("the reader stands on no entry");

    /// <inheritdoc/>
    /// <exception cref="SavepointException">Behind the entries of a key group: changes of it that could not be played.</exception>
    public bool Read()
    {
        while (_entries is null || !_entries.MoveNext())
        {
            var fault = _table?.Fault;
            _entries = null;
            _table = null;
            if (fault is not null)
            {
                throw fault;
            }

            if (KeyGroup >= _range.End)
            {
                return false;
            }

            KeyGroup++;
            Play();
        }

        return true;
    }

    private void Play()
    {
        var table = new ChangelogTable(_log.States, _key, _maxParallelism);
        foreach (var (source, states) in _materialized.Where(part => part.Source.KeyGroups.Contains(KeyGroup)))
        {
            var reader = source.OpenKeyGroup(KeyGroup);
            using var owned = reader as IDisposable;
            while (reader.Read())
            {
                table.AddStored(reader, states[reader.StateIndex]);
            }
        }

        foreach (var run in _log.RunsOf(KeyGroup))
        {
            _log.Read(run, (ref change) => table.Apply(ref change, run.States));
        }

        _table = table;
        _entries = table.Entries().GetEnumerator();
    }
}

using System.Collections.Immutable;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>
/// Where the changes of each key group lie in the sets of one subtask, oldest first; holds places, not changes. Mirrors
/// <c>StateChangeFormat</c> and <c>ChangelogBackendLogApplier</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
public sealed class ChangelogLog : IDisposable
{
    private const int MetadataGroup = -1;
    private const int FormatBefore118 = 6;
    private const int Format = 7;
    private const int IdLength = sizeof(short);
    private const int TailLength = IdLength + sizeof(byte);

    private readonly ImmutableArray<ChangelogSource> _sources;
    private readonly Dictionary<Func<Stream>, ChangelogBytes> _files = [];
    private readonly ChangelogStates _states;
    private readonly SortedDictionary<int, List<ChangeRun>> _runs = [];
    private readonly List<SavepointException> _faults = [];
    private ImmutableDictionary<short, ChangelogState> _current = ImmutableDictionary<short, ChangelogState>.Empty;

    /// <summary>Reads where changes lie. A set that can't be read is left out from there on.</summary>
    /// <param name="sources">The sets, oldest first.</param>
    /// <param name="range">The key groups wanted.</param>
    /// <param name="kryo">Which Kryo wrote opaque values.</param>
    public ChangelogLog(ImmutableArray<ChangelogSource> sources, KeyGroupRange range, KryoVersion kryo)
    {
        _sources = sources;
        _states = new ChangelogStates(kryo);
        Kryo = kryo;
        for (var source = 0; source < sources.Length; source++)
        {
            ReadSource(source, range);
        }
    }

    internal delegate void ChangeAction(ref JavaDataReader change);

    /// <summary>What could not be understood: changes are missing.</summary>
    public IReadOnlyList<SavepointException> Faults => _faults;

    /// <summary>Whether there are any changes of keyed state or queues.</summary>
    public bool IsEmpty => _runs.Count == 0;

    /// <summary>Describes the keys, as far as a queue of timers tells: the log itself does not. Null if there is none.</summary>
    public SerializerSnapshot? KeySerializerOfTimers => KeySerializerIn(_states.Metas);

    internal KryoVersion Kryo { get; }

    internal ChangelogStates States => _states;

    /// <summary>Describes the keys of a queue of timers among some states; null if there is none.</summary>
    public static SerializerSnapshot? KeySerializerIn(IEnumerable<StateMeta> states) => states
        .Where(state => state.Kind == BackendStateType.PriorityQueue)
        .Select(state => state.ValueSerializer)
        .OfType<CompositeSerializerSnapshot>()
        .FirstOrDefault(timer => timer.Kind == TimerSerializer.Kind)?.Nested[0];

    /// <summary>Whether keys may be of a type: every change parses with it, and every key hashes to its key group.</summary>
    /// <param name="key">The serializer to try.</param>
    /// <param name="maxParallelism">Number of key groups of the operator.</param>
    /// <param name="changes">How many changes speak for it.</param>
    public bool Fits(TypeSerializer key, int maxParallelism, out long changes)
    {
        changes = 0;
        foreach (var (keyGroup, runs) in _runs)
        {
            foreach (var run in runs)
            {
                if (!Fits(run, key, new KeyGroupTest(keyGroup, maxParallelism), ref changes))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    /// <summary>The changes of one key group, oldest first.</summary>
    internal IEnumerable<ChangeRun> RunsOf(int keyGroup) => _runs.GetValueOrDefault(keyGroup) ?? [];

    /// <summary>Shows each change of a run: operation, number of the state, and what follows.</summary>
    internal void Read(ChangeRun run, ChangeAction action)
    {
        for (var i = 0; i < run.Count; i++)
        {
            var change = ChangeAt(run, i);
            action(ref change);
        }
    }

    private bool Fits(ChangeRun run, TypeSerializer key, KeyGroupTest test, ref long changes)
    {
        try
        {
            for (var i = 0; i < run.Count; i++)
            {
                var change = ChangeAt(run, i);
                var operation = (StateChangeOperation)change.ReadByte();
                if (!run.States.TryGetValue(change.ReadInt16(), out var state) || state.IsQueue)
                {
                    continue;
                }

                changes++;
                if (!key.TryHash(ref change, out var hash) || !test.Holds(hash))
                {
                    return false;
                }

                state.Namespace.Skip(ref change);
                if (!EndsWell(ref change, operation, state))
                {
                    return false;
                }
            }

            return true;
        }
        catch (OpaqueValueException)
        {
            return true;
        }
        catch (SavepointFormatException)
        {
            return false;
        }
    }

    private static bool EndsWell(ref JavaDataReader change, StateChangeOperation operation, ChangelogState state)
    {
        switch (operation)
        {
            case StateChangeOperation.Clear:
                return change.Remaining == 0;
            case StateChangeOperation.Set or StateChangeOperation.SetInternal or StateChangeOperation.Add:
                state.Value.Skip(ref change);
                return change.Remaining == 0;
            default:
                return true;
        }
    }

    private JavaDataReader ChangeAt(ChangeRun run, int index)
    {
        if (_sources[run.Source].Open is null)
        {
            return new JavaDataReader(_sources[run.Source].Changes[(int)run.Start + index].Change.Span, new DataOrigin(_sources[run.Source].Path));
        }

        var file = FileOf(run.Source);
        if (index == 0)
        {
            file.Seek(run.Start);
        }

        return file.ReadChange();
    }

    private void ReadSource(int source, KeyGroupRange range)
    {
        try
        {
            if (_sources[source].Open is null)
            {
                ReadInline(source, range);
            }
            else
            {
                ReadFile(source, FileOf(source), range);
            }
        }
        catch (SavepointException fault)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Several sets may lie in one file.</summary>
    private ChangelogBytes FileOf(int source)
    {
        var open = _sources[source].Open!;
        if (!_files.TryGetValue(open, out var file))
        {
            file = new ChangelogBytes(open(), _sources[source].Path);
            _files.Add(open, file);
        }

        return file;
    }

    private void ReadFile(int source, ChangelogBytes file, KeyGroupRange range)
    {
        file.Seek(_sources[source].Offset);
        var groups = file.ReadCount("key groups with changes");
        for (var i = 0; i < groups; i++)
        {
            var count = file.ReadCount("changes");
            var keyGroup = file.ReadInt32();
            var start = file.Position;
            for (var change = 0; change < count; change++)
            {
                var bytes = file.ReadChange();
                if (keyGroup == MetadataGroup)
                {
                    ReadMetadata(bytes);
                }
            }

            AddRun(keyGroup, new ChangeRun(source, start, count, _current), range);
        }
    }

    private void ReadInline(int source, KeyGroupRange range)
    {
        var changes = _sources[source].Changes;
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].KeyGroup == MetadataGroup)
            {
                ReadMetadata(new JavaDataReader(changes[i].Change.Span, new DataOrigin(_sources[source].Path)));
            }

            AddRun(changes[i].KeyGroup, new ChangeRun(source, i, 1, _current), range);
        }
    }

    private void AddRun(int keyGroup, ChangeRun run, KeyGroupRange range)
    {
        if (keyGroup == MetadataGroup || keyGroup < range.Start || keyGroup > range.End)
        {
            return;
        }

        if (!_runs.TryGetValue(keyGroup, out var runs))
        {
            runs = [];
            _runs.Add(keyGroup, runs);
        }

        runs.Add(run);
    }

    /// <summary>A description, then things about time to live and default values that are not needed, then the number of the state.</summary>
    private void ReadMetadata(JavaDataReader change)
    {
        try
        {
            var tail = change;
            tail.Seek(Math.Max(change.Position + change.Remaining - TailLength, change.Position));
            var id = tail.ReadInt16();
            _current = _current.Remove(id);
            var operation = (StateChangeOperation)change.ReadByte();
            if (operation != StateChangeOperation.Metadata)
            {
                throw change.Fault($"change {operation} where descriptions of states stand");
            }

            var format = change.ReadInt32();
            if (format is not (Format or FormatBefore118))
            {
                throw change.Fault($"format {format} of a state's description is not known", ExitCode.Unsupported);
            }

            _current = _current.Add(id, _states.Add(StateMeta.Read(ref change)));
        }
        catch (SavepointException fault)
        {
            _faults.Add(fault);
        }
    }
}

using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.KeyedState;
using SavepointCli.Storage;
using SavepointCli.Streaming.Types;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.State;

/// <summary>A folder into which backends write their snapshots and from which others restore them.</summary>
internal sealed class BackendFolder(StateBackendKind kind = StateBackendKind.HashMap, bool incremental = false) : IDisposable
{
    public const int MaxParallelism = 128;

    private readonly TempFolder _folder = new();
    private readonly TempFolder _local = new();

    public static KeyGroupRange AllKeyGroups { get; } = new(0, MaxParallelism - 1);

    public ManualTime Time { get; } = new();

    public IEnumerable<string> Files => Directory.EnumerateFileSystemEntries(_folder.Path);

    public StateBackendContext ContextOf(KeyGroupRange range, string? restoredFrom = null) =>
        new("test operator", range, MaxParallelism, Time, SnapshotStreams.At(restoredFrom ?? _folder.Path, new FileStorage()))
        {
            Backend = new StateBackendSettings(kind, _local.Path, incremental),
        };

    public IEnumerable<string> LocalFiles => Directory.EnumerateFileSystemEntries(_local.Path);

    public SubtaskStateBackends Open(OperatorSnapshot? restored = null) => SubtaskStateBackends.Create(
        ContextOf(AllKeyGroups),
        restored?.ManagedOperatorState is { } operatorState ? [operatorState] : [],
        restored?.ManagedKeyedState is { } keyedState ? [keyedState] : [],
        CancellationToken.None);

    public KeyedStateBackend<TKey> OpenKeyed<TKey>(OperatorSnapshot? restored = null) =>
        Open(restored).CreateKeyed(TypeInformation.Of<TKey>(), CancellationToken.None);

    /// <summary>The backend of one subtask of several, from the handles of all old subtasks.</summary>
    public KeyedStateBackend<TKey> OpenShare<TKey>(int subtask, int parallelism, IEnumerable<OperatorSnapshot> old)
    {
        var range = KeyGroups.RangeOf(subtask, MaxParallelism, parallelism);
        KeyedStateHandle[] handles =
            [.. old.Select(snapshot => snapshot.ManagedKeyedState!).Where(handle => handle.KeyGroups.Intersect(range).Count > 0)];
        return SubtaskStateBackends.Create(ContextOf(range), [], handles, CancellationToken.None)
            .CreateKeyed(TypeInformation.Of<TKey>(), CancellationToken.None);
    }

    public OperatorSnapshot Snapshot(SubtaskStateBackends backends, SavepointFormat format = SavepointFormat.Canonical, bool compress = false)
    {
        using var runnable = backends.Snapshot(new SnapshotOptions(format) { Compress = compress });
        return runnable.Run(Streams(), CancellationToken.None);
    }

    public OperatorSnapshot Snapshot(KeyedStateBackend backend, SavepointFormat format = SavepointFormat.Canonical, bool compress = false)
    {
        using var frozen = backend.Freeze(new SnapshotOptions(format) { Compress = compress });
        return new OperatorSnapshot(frozen.Write(Streams(), CancellationToken.None), null);
    }

    /// <summary>The names of the states and timers that a canonical snapshot has entries of.</summary>
    public List<string> NamesOfFilledStates(OperatorSnapshot snapshot)
    {
        var handle = (KeyGroupsHandle)snapshot.ManagedKeyedState!;
        var streams = ContextOf(AllKeyGroups).Streams!;
        using var stream = streams.Open(handle.Stream!);
        var reader = new CanonicalKeyGroupReader(stream, handle, streams.Describe(handle.Stream!));
        var names = new SortedSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            names.Add(reader.Header.States[reader.StateIndex].Name);
        }

        return [.. names];
    }

    public SnapshotStreamFactory Streams() => new(new FileStorage(), new SnapshotLocation(_folder.Path, InlineThreshold: 100));

    public void Dispose()
    {
        _folder.Dispose();
        _local.Dispose();
    }
}

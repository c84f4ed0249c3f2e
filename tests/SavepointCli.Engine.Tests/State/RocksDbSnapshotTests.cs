using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Storage;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.State;

/// <summary>What snapshots of the RocksDB backend store, and where.</summary>
public sealed class RocksDbSnapshotTests : IDisposable
{
    private readonly BackendFolder _folder = new(StateBackendKind.RocksDb, incremental: true);
    private readonly TempFolder _checkpoints = new();

    public void Dispose()
    {
        _folder.Dispose();
        _checkpoints.Dispose();
    }

    [Fact]
    public void A_checkpoint_refers_to_the_tables_of_the_last_complete_one_and_stores_only_new_ones()
    {
        using var backend = Filled(out var state);
        var first = Checkpoint(backend, 1);
        backend.NotifyCheckpointComplete(1);
        backend.CurrentKey = 5000;
        state.Update("new");

        var second = Checkpoint(backend, 2);

        Tables(second).Should().Contain(Tables(first)).And.HaveCountGreaterThan(Tables(first).Count);
        second.CheckpointedSize.Should().BeLessThan(first.CheckpointedSize);
        Tables(second).Values.OfType<FileStreamHandle>().Should().OnlyContain(file => file.Path.Contains("/shared/"));
        Restored(second, 5000).Should().Be("new");
        Restored(first, 5000).Should().BeNull();
    }

    [Fact]
    public void Tables_of_a_checkpoint_that_is_not_known_to_be_complete_are_stored_again()
    {
        using var backend = Filled(out _);
        var first = Checkpoint(backend, 1);

        var second = Checkpoint(backend, 2);

        Tables(second).Keys.Should().Contain(Tables(first).Keys);
        Tables(second).Values.Should().NotContain(Tables(first).Values);
    }

    [Fact]
    public void A_full_checkpoint_refers_to_nothing_older()
    {
        using var backend = Filled(out _);
        var first = Checkpoint(backend, 1);
        backend.NotifyCheckpointComplete(1);

        var full = Checkpoint(backend, 2, FileSharing.Forward);

        Tables(full).Values.Should().NotContain(Tables(first).Values);
    }

    [Fact]
    public void A_native_savepoint_holds_all_of_its_files_itself()
    {
        using var backend = Filled(out _);
        Checkpoint(backend, 1);
        backend.NotifyCheckpointComplete(1);

        var savepoint = (IncrementalKeyedStateHandle)_folder.Snapshot(backend, SavepointFormat.Native).ManagedKeyedState!;

        savepoint.SharedFiles.Concat(savepoint.PrivateFiles).Select(file => file.Stream).Should().NotContainItemsAssignableTo<FileStreamHandle>();
        savepoint.PrivateFiles.Select(file => file.LocalPath).Should().Contain("CURRENT");
    }

    [Fact]
    public void A_snapshot_is_of_the_moment_at_which_it_was_frozen()
    {
        using var backend = Filled(out var state);
        foreach (var format in Enum.GetValues<SavepointFormat>())
        {
            backend.CurrentKey = 1;
            state.Update("before");
            using var frozen = backend.Freeze(new SnapshotOptions(format));
            state.Update("after");

            var handle = frozen.Write(_folder.Streams(), CancellationToken.None)!;

            using var restored = _folder.OpenKeyed<long>(new OperatorSnapshot(handle, null));
            restored.CurrentKey = 1;
            Text(restored).Value.Should().Be("before");
        }
    }

    [Fact]
    public void Databases_and_copies_go_when_the_backend_and_its_last_snapshot_are_done()
    {
        IDisposable frozen;
        using (var backend = Filled(out _))
        {
            frozen = backend.Freeze(new SnapshotOptions(SavepointFormat.Native));
        }

        _folder.LocalFiles.Should().NotBeEmpty("the snapshot still needs them");
        frozen.Dispose();
        _folder.LocalFiles.Should().BeEmpty();
    }

    [Fact]
    public void A_backend_that_holds_nothing_writes_nothing()
    {
        using var backend = _folder.OpenKeyed<long>();

        _folder.Snapshot(backend, SavepointFormat.Native).ManagedKeyedState.Should().BeNull();
        _folder.Snapshot(backend).ManagedKeyedState.Should().BeNull();
    }

    [Fact]
    public void Namespaces_that_merge_move_their_lists()
    {
        using var backend = _folder.OpenKeyed<long>();
        var states = backend.GetNamespacedStates(TypeInformation.Of<string>());
        var list = states.GetListState(new ListStateDescriptor<long>("list"));
        backend.CurrentKey = 7;
        foreach (var @namespace in new[] { "a", "b", "c" })
        {
            states.SetCurrentNamespace(@namespace);
            list.Add(@namespace[0]);
        }

        ((IMergingState<string>)list).MergeNamespaces("a", ["b", "c"]);

        states.SetCurrentNamespace("a");
        list.Get().Should().Equal('a', 'b', 'c');
        states.SetCurrentNamespace("b");
        list.Get().Should().BeEmpty();
    }

    private static ValueState<string> Text(KeyedStateBackend<long> backend) => backend.GetState(new ValueStateDescriptor<string>("text"));

    private static Dictionary<string, StreamHandle> Tables(IncrementalKeyedStateHandle handle) =>
        handle.SharedFiles.ToDictionary(file => file.LocalPath, file => file.Stream!);

    private KeyedStateBackend<long> Filled(out ValueState<string> state)
    {
        var backend = _folder.OpenKeyed<long>();
        state = Text(backend);
        for (var key = 0; key < 2000; key++)
        {
            backend.CurrentKey = key;
            state.Update($"text {key * 7919L * 104729L}");
        }

        return backend;
    }

    private IncrementalKeyedStateHandle Checkpoint(KeyedStateBackend<long> backend, long id, FileSharing sharing = FileSharing.ForwardBackward)
    {
        var own = Directory.CreateDirectory(_checkpoints[$"chk-{id}"]).FullName;
        var shared = Directory.CreateDirectory(_checkpoints["shared"]).FullName;
        var streams = new SnapshotStreamFactory(new FileStorage(), new SnapshotLocation(own, InlineThreshold: 100, RelativeReferences: false) { SharedDirectory = shared });
        using var frozen = backend.Freeze(new SnapshotOptions(SavepointFormat.Native) { Sharing = sharing, CheckpointId = id });
        return (IncrementalKeyedStateHandle)frozen.Write(streams, CancellationToken.None)!;
    }

    private string? Restored(IncrementalKeyedStateHandle handle, long key)
    {
        using var backend = _folder.OpenKeyed<long>(new OperatorSnapshot(handle, null));
        backend.CurrentKey = key;
        return Text(backend).Value;
    }
}

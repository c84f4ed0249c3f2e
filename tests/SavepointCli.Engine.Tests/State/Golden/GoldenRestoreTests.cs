using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Storage;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.State.Golden;

/// <summary>State that real Flink wrote, taken over by our backends with the descriptors of the golden job.</summary>
public sealed class GoldenRestoreTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string, int> KindsSnapshots { get; } = new()
    {
        { "1.9", "savepoint-hashmap", 1 }, { "1.9", "savepoint-hashmap", 3 }, { "1.9", "savepoint-hashmap-inline", 2 },
        { "1.13", "canonical-hashmap", 1 }, { "1.13", "canonical-rocksdb", 2 }, { "1.13", "canonical-hashmap-compressed", 3 },
        { "1.16", "canonical-hashmap", 3 }, { "1.16", "canonical-rocksdb-wide", 2 }, { "1.16", "native-hashmap", 1 },
        { "1.16", "native-hashmap-compressed", 2 }, { "1.20", "canonical-hashmap", 2 }, { "1.20", "canonical-rocksdb-p4", 1 },
        { "1.20", "canonical-rocksdb-compressed", 3 }, { "1.20", "native-hashmap-wide", 3 }, { "1.20", "checkpoint-hashmap", 1 },
        { "2.2", "canonical-rocksdb", 3 }, { "2.2", "canonical-hashmap-compressed", 1 }, { "2.2", "native-hashmap-compressed", 3 },
        { "2.3", "canonical-hashmap", 1 }, { "2.3", "canonical-rocksdb-inline", 3 }, { "2.3", "native-hashmap", 2 },
    };

    public static TheoryData<string, string, int> RocksDbSnapshots { get; } = new()
    {
        { "1.13", "canonical-hashmap", 1 }, { "1.16", "canonical-rocksdb-wide", 3 }, { "1.16", "native-rocksdb-wide", 2 },
        { "1.16", "checkpoint-rocksdb-full", 3 }, { "1.16", "checkpoint-rocksdb-incremental", 1 },
        { "1.20", "canonical-rocksdb-compressed", 2 }, { "1.20", "native-rocksdb", 2 }, { "1.20", "native-rocksdb-wide", 1 },
        { "1.20", "stop-native-rocksdb", 3 }, { "1.20", "checkpoint-rocksdb-incremental-inline", 2 }, { "2.2", "canonical-rocksdb", 2 },
        { "2.2", "native-rocksdb", 3 }, { "2.2", "checkpoint-rocksdb-file-merging", 2 }, { "2.3", "canonical-hashmap", 1 },
    };

    public static TheoryData<string, string> CanonicalSnapshots { get; } = new()
    {
        { "1.13", "canonical-rocksdb" }, { "1.16", "canonical-hashmap" }, { "1.20", "canonical-rocksdb-compressed" }, { "2.3", "canonical-hashmap" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(KindsSnapshots))]
    public void Kinds_is_taken_over_at_another_parallelism_and_written_again_in_both_forms(string flink, string name, int parallelism)
    {
        PassesInBothForms(new GoldenOperator(flink, name, "kinds"), parallelism);
    }

    [Theory]
    [MemberData(nameof(RocksDbSnapshots))]
    public void Kinds_is_taken_over_on_RocksDB_and_written_again_in_both_forms(string flink, string name, int parallelism)
    {
        PassesInBothForms(new GoldenOperator(flink, name, "kinds", StateBackendKind.RocksDb), parallelism);
    }

    [Theory]
    [InlineData("1.16", "native-hashmap")]
    [InlineData("2.2", "native-hashmap-compressed")]
    public void The_heap_backends_own_form_is_refused_on_RocksDB(string flink, string name) => Refuses(new GoldenOperator(flink, name, "kinds", StateBackendKind.RocksDb));

    [Theory]
    [InlineData("1.20", "native-rocksdb")]
    [InlineData("1.20", "checkpoint-rocksdb-incremental")]
    public void RocksDB_files_are_refused_in_memory(string flink, string name) => Refuses(new GoldenOperator(flink, name, "kinds"));

    private static void Refuses(GoldenOperator kinds)
    {
        using var backends = kinds.Open(0, 1);
        var create = () => backends.CreateKeyed(TypeInformation.Of<long>(), CancellationToken.None);

        create.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Incompatible).WithMessage("RST-BACKEND*'kinds'*");
    }

    private void PassesInBothForms(GoldenOperator kinds, int parallelism)
    {
        var expected = kinds.Expected(state => kinds.IsFlink2 || state != "account").Order(StringComparer.Ordinal).ToArray();
        expected.Should().NotBeEmpty();

        foreach (var format in Enum.GetValues<SavepointFormat>())
        {
            var written = Enumerable.Range(0, parallelism).Select(subtask => Pass(kinds, subtask, parallelism, format)).ToArray();
            Read(kinds, written).Order(StringComparer.Ordinal).Should().Equal(expected);
        }
    }

    [Theory]
    [MemberData(nameof(CanonicalSnapshots))]
    public void State_that_the_job_does_not_know_is_written_again_byte_for_byte(string flink, string name)
    {
        foreach (var backend in Enum.GetValues<StateBackendKind>())
        {
            PassesUnchanged<long>(new GoldenOperator(flink, name, "kinds", backend));
            PassesUnchanged<string>(new GoldenOperator(flink, name, "scalars", backend));
            PassesUnchanged<(int, string)>(new GoldenOperator(flink, name, "tumbling", backend));
            PassesUnchanged<(int, string)>(new GoldenOperator(flink, name, "sessions", backend));
            PassesUnchanged<short>(new GoldenOperator(flink, name, "short-key", backend));
        }
    }

    [Theory]
    [InlineData("1.9", "savepoint-hashmap")]
    [InlineData("1.20", "canonical-hashmap")]
    [InlineData("2.3", "canonical-hashmap")]
    public void Operator_state_of_gate_is_taken_over_and_written_again(string flink, string name)
    {
        var gate = new GoldenOperator(flink, name, "gate");
        using var backends = gate.Open(0, 1);
        Passed(backends);
        using var runnable = backends.Snapshot(new SnapshotOptions(SavepointFormat.Canonical));
        var written = runnable.Run(Streams(), CancellationToken.None);

        using var restored = SubtaskStateBackends.Create(
            gate.ContextOf(0, 1, _folder.Path), [written.ManagedOperatorState!], [], CancellationToken.None);
        var owners = restored.OperatorState.GetUnionListState(new ListStateDescriptor<(string Owner, long Passed)>("gate-owners"));
        var lines = Passed(restored).Get().Chunk(2).Select(passed => $"gate-passed - [{passed[0]},{passed[1]}]")
            .Concat(owners.Get().Select(owner => $"gate-owners - [['{owner.Owner}',{owner.Passed}]]"));
        lines.Should().BeEquivalentTo(gate.Expected(_ => true));
    }

    private static ListState<long> Passed(SubtaskStateBackends backends) =>
        backends.OperatorState.GetListState(new ListStateDescriptor<long>("gate-passed"));

    private OperatorSnapshot Pass(GoldenOperator kinds, int subtask, int parallelism, SavepointFormat format)
    {
        using var backends = kinds.Open(subtask, parallelism);
        _ = new KindsStates(backends.CreateKeyed(TypeInformation.Of<long>(), CancellationToken.None), kinds.IsFlink2);
        using var runnable = backends.Snapshot(new SnapshotOptions(format));
        return runnable.Run(Streams(), CancellationToken.None);
    }

    private string[] Read(GoldenOperator kinds, IEnumerable<OperatorSnapshot> written)
    {
        KeyedStateHandle[] handles = [.. written.Select(snapshot => snapshot.ManagedKeyedState!)];
        using var backends = SubtaskStateBackends.Create(kinds.ContextOf(0, 1, _folder.Path), [], handles, CancellationToken.None);
        var backend = backends.CreateKeyed(TypeInformation.Of<long>(), CancellationToken.None);
        return [.. new KindsStates(backend, kinds.IsFlink2).Lines(Enumerable.Range(0, kinds.Keys).Select(key => (long)key))];
    }

    private void PassesUnchanged<TKey>(GoldenOperator golden)
    {
        var before = golden.KeyedState.SelectMany(handle => Entries(golden.ContextOf(0, 1), handle)).Order(StringComparer.Ordinal).ToArray();
        before.Should().NotBeEmpty();
        using var backends = golden.Open(0, 1);
        backends.CreateKeyed(TypeInformation.Of<TKey>(), CancellationToken.None);
        using var runnable = backends.Snapshot(new SnapshotOptions(SavepointFormat.Canonical));

        var written = runnable.Run(Streams(), CancellationToken.None).ManagedKeyedState!;

        Entries(golden.ContextOf(0, 1, _folder.Path), written).Order(StringComparer.Ordinal).Should().Equal(before);
    }

    private static IEnumerable<string> Entries(StateBackendContext context, KeyedStateHandle handle)
    {
        var groups = (KeyGroupsHandle)handle;
        using var stream = context.Streams!.Open(groups.Stream!);
        var reader = new CanonicalKeyGroupReader(stream, groups, context.Streams.Describe(groups.Stream!));
        var entries = new List<string>();
        while (reader.Read())
        {
            entries.Add($"{reader.Header.States[reader.StateIndex].Name} {Convert.ToHexString(reader.Key)} {Convert.ToHexString(reader.Value)}");
        }

        return entries;
    }

    private SnapshotStreamFactory Streams() => new(new FileStorage(), new SnapshotLocation(_folder.Path));
}

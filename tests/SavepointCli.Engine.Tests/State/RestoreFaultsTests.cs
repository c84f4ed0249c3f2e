using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

public sealed class RestoreFaultsTests : IDisposable
{
    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RST_KEY_Another_type_of_keys_is_refused()
    {
        var snapshot = Snapshot();

        Refused(() => _folder.OpenKeyed<string>(snapshot), "RST-KEY*'test operator'*Long*String*");
    }

    [Fact]
    public void RST_STATE_Another_type_of_values_is_refused()
    {
        using var restored = _folder.OpenKeyed<long>(Snapshot());

        Refused(() => restored.GetState(new ValueStateDescriptor<string>("value")), "RST-STATE*'value'*Long*String*");
        Refused(() => restored.GetListState(new ListStateDescriptor<string>("list")), "RST-STATE*'list'*List<Int>*List<String>*");
        Refused(() => restored.GetMapState(new MapStateDescriptor<string, int>("map")), "RST-STATE*'map'*Map<String, Long>*Map<String, Int>*");
    }

    [Fact]
    public void RST_MAPKEY_Another_type_of_map_keys_is_refused()
    {
        using var restored = _folder.OpenKeyed<long>(Snapshot());

        Refused(() => restored.GetMapState(new MapStateDescriptor<long, long>("map")), "RST-MAPKEY*'map'*Map<String, Long>*Map<Long, Long>*");
    }

    [Fact]
    public void RST_KIND_Another_kind_of_state_is_refused()
    {
        using var restored = _folder.OpenKeyed<long>(Snapshot());

        Refused(() => restored.GetListState(new ListStateDescriptor<long>("value")), "RST-KIND*'value'*Value*List*");
    }

    [Fact]
    public void A_time_to_live_that_the_state_had_not_is_refused()
    {
        using var restored = _folder.OpenKeyed<long>(Snapshot());
        var descriptor = new ValueStateDescriptor<long>("value", timeToLive: new StateTtlConfig(TimeSpan.FromDays(1)));

        Refused(() => restored.GetState(descriptor), "RST-STATE*'value'*Long*Ttl<Long>*");
    }

    [Fact]
    public void A_refused_state_is_still_there_for_the_next_snapshot()
    {
        using var restored = _folder.OpenKeyed<long>(Snapshot());
        Refused(() => restored.GetState(new ValueStateDescriptor<string>("value")), "RST-STATE*");

        using var again = _folder.OpenKeyed<long>(_folder.Snapshot(restored));
        again.CurrentKey = 1;
        again.GetState(new ValueStateDescriptor<long>("value")).Value.Should().Be(5);
    }

    [Fact]
    public void RST_BACKEND_A_native_snapshot_of_another_backend_is_refused()
    {
        var handle = new IncrementalKeyedStateHandle(BackendFolder.AllKeyGroups, 1, "backend", 0, null, [], [], null);

        Refused(() => _folder.OpenKeyed<long>(new OperatorSnapshot(handle, null)), "RST-BACKEND*'test operator'*");
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var snapshot = Snapshot();
        var file = _folder.Files.Should().ContainSingle().Subject;
        File.Delete(file);

        var opening = () => _folder.OpenKeyed<long>(snapshot);

        opening.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Damaged).WithMessage($"*{file}*is missing*");
    }

    [Fact]
    public void A_file_that_is_shorter_than_its_handle_says_is_refused()
    {
        var snapshot = Snapshot();
        var file = _folder.Files.Should().ContainSingle().Subject;
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..^1]);

        var opening = () => _folder.OpenKeyed<long>(snapshot);

        opening.Should().Throw<SavepointException>().WithMessage($"*{file}*has {bytes.Length - 1} bytes*needs {bytes.Length}*");
    }

    [Fact]
    public void Keys_of_a_type_without_a_Java_hash_are_refused()
    {
        Action opening = () => _folder.OpenKeyed<byte[]>();

        opening.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Usage).WithMessage("*cannot be the type of keys*");
    }

    private static void Refused(Action action, string message) =>
        action.Should().Throw<JobOperationException>().Where(fault => fault.ExitCode == ExitCode.Incompatible).WithMessage(message);

    private OperatorSnapshot Snapshot()
    {
        using var backend = _folder.OpenKeyed<long>();
        backend.CurrentKey = 1;
        backend.GetState(new ValueStateDescriptor<long>("value")).Update(5);
        backend.GetListState(new ListStateDescriptor<int>("list")).Add(1);
        backend.GetMapState(new MapStateDescriptor<string, long>("map")).Put("a", 1);
        return _folder.Snapshot(backend);
    }
}

using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Tests.State;

public sealed class SnapshotIsolationTests : IDisposable
{
    private const int Keys = 2000;

    private readonly BackendFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Native)]
    public async Task A_snapshot_never_sees_what_the_task_does_while_it_is_written(SavepointFormat format)
    {
        using var backend = _folder.OpenKeyed<long>();
        var states = new MutableStates(backend);
        ForAllKeys(backend, key => states.Fill(key));

        using var first = backend.Freeze(new SnapshotOptions(format));
        var writing = Task.Run(() => first.Write(_folder.Streams(), CancellationToken.None));
        ForAllKeys(backend, key => states.Change(key));
        using var second = backend.Freeze(new SnapshotOptions(format));
        ForAllKeys(backend, key => states.Clear(key));

        Check(await writing, (restored, key) => restored.CheckFilled(key));
        Check(second.Write(_folder.Streams(), CancellationToken.None), (restored, key) => restored.CheckChanged(key));
    }

    [Fact]
    public void A_cancelled_snapshot_leaves_no_file_behind()
    {
        using var backend = _folder.OpenKeyed<long>();
        var states = new MutableStates(backend);
        ForAllKeys(backend, key => states.Fill(key));
        using var frozen = backend.Freeze(new SnapshotOptions(SavepointFormat.Canonical));

        var writing = () => frozen.Write(_folder.Streams(), new CancellationToken(canceled: true));

        writing.Should().Throw<OperationCanceledException>();
        _folder.Files.Should().BeEmpty();
    }

    private static void ForAllKeys(KeyedStateBackend<long> backend, Action<long> action)
    {
        for (var key = 0L; key < Keys; key++)
        {
            backend.CurrentKey = key;
            action(key);
        }
    }

    private void Check(KeyedStateHandle? handle, Action<MutableStates, long> check)
    {
        using var restored = _folder.OpenKeyed<long>(new OperatorSnapshot(handle, null));
        var states = new MutableStates(restored);
        ForAllKeys(restored, key => check(states, key));
    }

    /// <summary>States whose values user code changes in place.</summary>
    private sealed class MutableStates(KeyedStateBackend<long> backend)
    {
        private readonly ValueState<Counter> _pojo = backend.GetState(new ValueStateDescriptor<Counter>("pojo"));
        private readonly ValueState<long[]> _array = backend.GetState(new ValueStateDescriptor<long[]>("array"));
        private readonly ListState<Counter> _list = backend.GetListState(new ListStateDescriptor<Counter>("list"));
        private readonly MapState<int, List<long>> _map = backend.GetMapState(new MapStateDescriptor<int, List<long>>("map"));

        public void Fill(long key)
        {
            _pojo.Update(new Counter { Count = key });
            _array.Update([key]);
            _list.Add(new Counter { Count = key });
            _map.Put(1, [key]);
        }

        public void Change(long key)
        {
            _pojo.Value!.Count++;
            _array.Value![0]++;
            _list.Get().First().Count++;
            _list.Add(new Counter());
            _map.Get(1)!.Add(key);
            _map.Put(2, []);
        }

        public void Clear(long key)
        {
            Change(key);
            _pojo.Clear();
            _array.Clear();
            _list.Clear();
            _map.Clear();
        }

        public void CheckFilled(long key)
        {
            _pojo.Value!.Count.Should().Be(key);
            _array.Value.Should().Equal(key);
            _list.Get().Select(counter => counter.Count).Should().Equal(key);
            _map.Entries.Should().ContainSingle().Which.Value.Should().Equal(key);
        }

        public void CheckChanged(long key)
        {
            _pojo.Value!.Count.Should().Be(key + 1);
            _array.Value.Should().Equal(key + 1);
            _list.Get().Select(counter => counter.Count).Should().Equal(key + 1, 0);
            _map.Get(1).Should().Equal(key, key);
            _map.Get(2).Should().BeEmpty();
        }
    }

    [JavaType("test.Counter")]
    public sealed class Counter
    {
        public long Count { get; set; }
    }
}

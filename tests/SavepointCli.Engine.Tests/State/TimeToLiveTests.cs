using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

public abstract class TimeToLiveTests(StateBackendKind kind) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMilliseconds(100);

    private readonly BackendFolder _folder = new(kind);

    private protected BackendFolder Folder => _folder;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_value_is_gone_from_the_end_of_its_life_on()
    {
        using var backend = Open();
        var state = Value(backend);
        state.Update("a");

        Pass(99);
        state.Value.Should().Be("a");
        Pass(1);
        state.TryGetValue(out _).Should().BeFalse();
    }

    [Fact]
    public void Reading_renews_only_where_the_descriptor_says_so()
    {
        using var backend = Open();
        var read = backend.GetState(new ValueStateDescriptor<string>("read", timeToLive: new StateTtlConfig(Lifetime, TtlUpdate.OnReadAndWrite)));
        var written = Value(backend);
        read.Update("a");
        written.Update("b");

        Pass(60);
        read.Value.Should().Be("a");
        written.Value.Should().Be("b");
        Pass(60);
        read.Value.Should().Be("a");
        written.Value.Should().BeNull();
    }

    [Fact]
    public void An_expired_value_may_be_seen_once_where_the_descriptor_says_so()
    {
        using var backend = Open();
        var config = new StateTtlConfig(Lifetime, Visibility: TtlVisibility.ReturnExpiredIfNotCleanedUp);
        var state = backend.GetState(new ValueStateDescriptor<string>("v", timeToLive: config));
        state.Update("a");

        Pass(200);
        state.Value.Should().Be("a");
        state.Value.Should().BeNull();
    }

    [Fact]
    public void Elements_and_map_entries_expire_one_by_one()
    {
        using var backend = Open();
        var list = backend.GetListState(new ListStateDescriptor<int>("l", timeToLive: new StateTtlConfig(Lifetime)));
        var map = backend.GetMapState(new MapStateDescriptor<int, string>("m", timeToLive: new StateTtlConfig(Lifetime)));
        list.Add(1);
        map.Put(1, "one");
        Pass(60);
        list.Add(2);
        map.Put(2, null);

        Pass(60);
        list.Get().Should().Equal(2);
        map.Entries.Should().BeEquivalentTo([KeyValuePair.Create(2, (string?)null)]);
        Pass(60);
        list.Get().Should().BeEmpty();
        map.IsEmpty.Should().BeTrue();
    }

    [Theory]
    [InlineData(SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Native)]
    public void The_life_goes_on_while_the_job_is_down(SavepointFormat format)
    {
        using var backend = Open();
        Value(backend).Update("a");
        Sum(backend).Add(1);
        Pass(60);
        Sum(backend).Add(2);
        backend.GetMapState(new MapStateDescriptor<int, string>("m", timeToLive: new StateTtlConfig(Lifetime))).Put(1, null);
        var snapshot = _folder.Snapshot(backend, format);

        Pass(60);
        using var restored = _folder.OpenKeyed<long>(snapshot);
        restored.CurrentKey = 1;
        Value(restored).Value.Should().BeNull("it lived 120 ms");
        Sum(restored).Value.Should().Be(3, "it was changed 60 ms ago");
        var map = restored.GetMapState(new MapStateDescriptor<int, string>("m", timeToLive: new StateTtlConfig(Lifetime)));
        map.Entries.Should().ContainSingle().Which.Value.Should().BeNull();
    }

    private protected static ValueState<string> Value(KeyedStateBackend<long> backend) =>
        backend.GetState(new ValueStateDescriptor<string>("value", timeToLive: new StateTtlConfig(Lifetime)));

    private protected static ListState<int> List(KeyedStateBackend<long> backend) =>
        backend.GetListState(new ListStateDescriptor<int>("list", timeToLive: new StateTtlConfig(Lifetime)));

    private protected static MapState<int, string> Map(KeyedStateBackend<long> backend) =>
        backend.GetMapState(new MapStateDescriptor<int, string>("map", timeToLive: new StateTtlConfig(Lifetime)));

    private static ReducingState<long> Sum(KeyedStateBackend<long> backend) => backend.GetReducingState(new ReducingStateDescriptor<long>(
        "sum", ReduceFunction.Of<long>((left, right) => left + right), timeToLive: new StateTtlConfig(Lifetime)));

    private KeyedStateBackend<long> Open()
    {
        var backend = _folder.OpenKeyed<long>();
        backend.CurrentKey = 1;
        return backend;
    }

    private protected void Pass(int milliseconds) => _folder.Time.Now += TimeSpan.FromMilliseconds(milliseconds);
}

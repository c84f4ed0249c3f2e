using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.State;
using SavepointCli.Format.Handles;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Tests.State;

public abstract class KeyedStateBackendTests(StateBackendKind kind) : IDisposable
{
    private readonly BackendFolder _folder = new(kind);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<SavepointFormat, bool> Forms { get; } = new()
    {
        { SavepointFormat.Canonical, false }, { SavepointFormat.Canonical, true },
        { SavepointFormat.Native, false }, { SavepointFormat.Native, true },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_kind_of_state_survives_a_snapshot(SavepointFormat format, bool compress)
    {
        using var backend = _folder.OpenKeyed<string>();
        var states = new AllKinds<string>(backend);
        foreach (var key in Keys)
        {
            backend.CurrentKey = key;
            states.Fill(key.Length);
        }

        var snapshot = _folder.Snapshot(backend, format, compress);

        using var restored = _folder.OpenKeyed<string>(snapshot);
        var restoredStates = new AllKinds<string>(restored);
        foreach (var key in Keys)
        {
            restored.CurrentKey = key;
            restoredStates.Describe().Should().Be(AllKinds<string>.Expected(key.Length));
        }

        restored.CurrentKey = "another key";
        restoredStates.Describe().Should().Be(AllKinds<string>.Nothing);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Rescaling_keeps_every_entry(SavepointFormat format, bool compress)
    {
        using var one = _folder.OpenKeyed<long>();
        var state = Count(one);
        for (var key = -500L; key < 500; key++)
        {
            one.CurrentKey = key;
            state.Update(key * key);
        }

        var first = _folder.Snapshot(one, format, compress);
        var three = Enumerable.Range(0, 3).Select(subtask => Pass(_folder.OpenShare<long>(subtask, 3, [first]), format, compress)).ToArray();
        var two = Enumerable.Range(0, 2).Select(subtask => Pass(_folder.OpenShare<long>(subtask, 2, three), format, compress)).ToArray();

        using var last = _folder.OpenShare<long>(0, 1, two);
        var restored = Count(last);
        for (var key = -500L; key < 500; key++)
        {
            last.CurrentKey = key;
            restored.Value.Should().Be(key * key);
        }
    }

    [Theory]
    [InlineData(SavepointFormat.Canonical, SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Canonical, SavepointFormat.Native)]
    [InlineData(SavepointFormat.Native, SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Native, SavepointFormat.Native)]
    public void State_that_a_job_does_not_register_is_written_again_unchanged(SavepointFormat first, SavepointFormat second)
    {
        using var full = _folder.OpenKeyed<string>();
        var states = new AllKinds<string>(full);
        foreach (var key in Keys)
        {
            full.CurrentKey = key;
            states.Fill(key.Length);
        }

        using var ignorant = _folder.OpenKeyed<string>(_folder.Snapshot(full, first));
        var snapshot = _folder.Snapshot(ignorant, second);

        using var restored = _folder.OpenKeyed<string>(snapshot);
        var restoredStates = new AllKinds<string>(restored);
        foreach (var key in Keys)
        {
            restored.CurrentKey = key;
            restoredStates.Describe().Should().Be(AllKinds<string>.Expected(key.Length));
        }
    }

    [Fact]
    public void Without_registered_state_there_is_no_handle()
    {
        using var backend = _folder.OpenKeyed<long>();
        _folder.Snapshot(backend).ManagedKeyedState.Should().BeNull();
    }

    [Fact]
    public void Registered_state_without_entries_is_described_in_the_snapshot()
    {
        using var backend = _folder.OpenKeyed<long>();
        Count(backend);

        var handle = _folder.Snapshot(backend).ManagedKeyedState.Should().BeOfType<KeyGroupsHandle>().Subject;

        handle.Offsets.Should().HaveCount(BackendFolder.MaxParallelism).And.OnlyContain(offset => offset == 0);
    }

    [Fact]
    public void Keys_that_Java_tells_apart_have_state_of_their_own()
    {
        using var backend = _folder.OpenKeyed<double>();
        var state = backend.GetState(new ValueStateDescriptor<string>("v"));
        backend.CurrentKey = 0.0;
        state.Update("plus");
        backend.CurrentKey = -0.0;
        state.Value.Should().BeNull();
        state.Update("minus");

        using var restored = _folder.OpenKeyed<double>(_folder.Snapshot(backend));
        var restoredState = restored.GetState(new ValueStateDescriptor<string>("v"));
        restored.CurrentKey = 0.0;
        restoredState.Value.Should().Be("plus");
        restored.CurrentKey = -0.0;
        restoredState.Value.Should().Be("minus");
    }

    [Theory]
    [InlineData(SavepointFormat.Canonical)]
    [InlineData(SavepointFormat.Native)]
    public void A_map_keeps_null_values_and_map_keys_that_Java_tells_apart(SavepointFormat format)
    {
        using var backend = _folder.OpenKeyed<int>();
        var map = backend.GetMapState(new MapStateDescriptor<double, string>("m"));
        backend.CurrentKey = 1;
        map.Put(0.0, null);
        map.Put(-0.0, "minus");

        using var restored = _folder.OpenKeyed<int>(_folder.Snapshot(backend, format));
        var restoredMap = restored.GetMapState(new MapStateDescriptor<double, string>("m"));
        restored.CurrentKey = 1;
        restoredMap.TryGetValue(0.0, out var none).Should().BeTrue();
        none.Should().BeNull();
        restoredMap.Get(-0.0).Should().Be("minus");
    }

    [Fact]
    public void State_is_not_accessible_without_a_key()
    {
        using var backend = _folder.OpenKeyed<long>();
        var state = Count(backend);

        state.Invoking(s => s.Value).Should().Throw<InvalidOperationException>().WithMessage("*without a current key*");
    }

    [Fact]
    public void A_key_of_another_subtask_is_refused()
    {
        using var backend = _folder.OpenShare<long>(0, 128, []);

        var setting = () => Enumerable.Range(0, 100).ToList().ForEach(key => backend.CurrentKey = key);

        setting.Should().Throw<InvalidOperationException>().WithMessage("*holds the key groups [0, 0]*");
    }

    private static readonly string[] Keys = ["", "a", "bb", "żółć", "dddd,ddd"];

    private static ValueState<long> Count(KeyedStateBackend<long> backend) => backend.GetState(new ValueStateDescriptor<long>("count"));

    private Engine.State.Snapshots.OperatorSnapshot Pass(KeyedStateBackend<long> backend, SavepointFormat format, bool compress)
    {
        using (backend)
        {
            Count(backend);
            return _folder.Snapshot(backend, format, compress);
        }
    }

    /// <summary>One state of every kind, filled as a number says.</summary>
    private sealed class AllKinds<TKey>(KeyedStateBackend<TKey> backend)
    {
        public const string Nothing = " |  |  |  | ";

        private readonly ValueState<string> _value = backend.GetState(new ValueStateDescriptor<string>("value"));
        private readonly ListState<int> _list = backend.GetListState(new ListStateDescriptor<int>("list"));
        private readonly MapState<string, long> _map = backend.GetMapState(new MapStateDescriptor<string, long>("map"));

        private readonly ReducingState<long> _reducing = backend.GetReducingState(
            new ReducingStateDescriptor<long>("reducing", ReduceFunction.Of<long>((left, right) => left + right)));

        private readonly AggregatingState<long, string> _aggregating = backend.GetAggregatingState(
            new AggregatingStateDescriptor<long, (long Sum, int Count), string>("aggregating", new SumAndCount()));

        // 0x2C is the comma that stands between list elements.
        public static string Expected(int n) =>
            $"value {n} | 44,{n} | {string.Join(",", Enumerable.Range(0, n + 1).Select(i => $"{i}={i * n}"))} | {n + 5} | {n + 2}/2";

        public void Fill(int n)
        {
            _value.Update($"value {n}");
            _list.AddAll([44, n]);
            _map.PutAll(Enumerable.Range(0, n + 1).Select(i => KeyValuePair.Create($"{i}", (long)i * n)));
            _reducing.Add(5);
            _reducing.Add(n);
            _aggregating.Add(2);
            _aggregating.Add(n);
        }

        public string Describe() => string.Join(
            " | ",
            _value.Value,
            string.Join(",", _list.Get()),
            string.Join(",", _map.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}")),
            _reducing.TryGetValue(out var reduced) ? reduced : null,
            _aggregating.Value);
    }

    private sealed class SumAndCount : AggregateFunction<long, (long Sum, int Count), string>
    {
        public override (long Sum, int Count) CreateAccumulator() => (0, 0);

        public override (long Sum, int Count) Add(long value, (long Sum, int Count) accumulator) =>
            (accumulator.Sum + value, accumulator.Count + 1);

        public override string GetResult((long Sum, int Count) accumulator) => $"{accumulator.Sum}/{accumulator.Count}";

        public override (long Sum, int Count) Merge((long Sum, int Count) left, (long Sum, int Count) right) =>
            (left.Sum + right.Sum, left.Count + right.Count);
    }
}

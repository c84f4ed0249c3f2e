using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.KeyedState.Changelog;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.KeyedState.Changelog;

public sealed class ChangelogReaderTests
{
    private const int MaxParallelism = 8;
    private const long Key = 42;
    private static readonly KeyGroupRange Range = new(0, MaxParallelism - 1);
    private static readonly int KeyGroup = KeyGroups.Of(JavaHash.Of(Key), MaxParallelism);
    private static readonly byte[] KeyBytes = Bytes(BasicSerializers.Long, Key);
    private static readonly byte[] None = [0];

    private static readonly StateMeta Value = StateMeta.ForKeyValue("v", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.Int.Snapshot);
    private static readonly StateMeta List = StateMeta.ForKeyValue(
        "l", KeyedStateType.List, NamespaceSerializers.TimeWindow.Snapshot, ListSerializer.Of(BasicSerializers.Int).Snapshot);
    private static readonly StateMeta Map = StateMeta.ForKeyValue(
        "m", KeyedStateType.Map, NamespaceSerializers.Void.Snapshot, MapSerializer.Of(BasicSerializers.Long, BasicSerializers.Int).Snapshot);
    private static readonly StateMeta Sum = StateMeta.ForKeyValue(
        "s", KeyedStateType.Reducing, NamespaceSerializers.TimeWindow.Snapshot, BasicSerializers.Int.Snapshot);
    private static readonly StateMeta Timers = StateMeta.ForPriorityQueue(
        "_timer_state/event_user-timers", TimerSerializer.Of(BasicSerializers.Long, NamespaceSerializers.Void).Snapshot);

    public static TheoryData<string> Forms => ["file", "compressed file", "inline"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_operation_leaves_what_the_backend_would_hold(string form)
    {
        var log = new ChangelogFile().Describe(0, Value, Int(7)).Describe(1, List).Describe(2, Map).Describe(3, Timers)
            .Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Int(1))
            .Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Int(2))
            .Change(KeyGroup, StateChangeOperation.AddElement, 1, KeyBytes, Window(0), Int(10))
            .Change(KeyGroup, StateChangeOperation.Set, 1, KeyBytes, Window(0), Int(1), Int(11))
            .Change(KeyGroup, StateChangeOperation.Add, 1, KeyBytes, Window(0), Int(2), Int(12), Int(13))
            .Change(KeyGroup, StateChangeOperation.AddElement, 1, KeyBytes, Window(1), Int(20))
            .Change(KeyGroup, StateChangeOperation.Clear, 1, KeyBytes, Window(1))
            .Change(KeyGroup, StateChangeOperation.AddOrUpdateElement, 2, KeyBytes, None, Name('a'), Int(1))
            .Change(KeyGroup, StateChangeOperation.AddOrUpdateElement, 2, KeyBytes, None, Name('a'), Int(2))
            .Change(KeyGroup, StateChangeOperation.Add, 2, KeyBytes, None, Int(2), Name('b'), [0], Int(3), Name('c'), [1])
            .Change(KeyGroup, StateChangeOperation.RemoveElement, 2, KeyBytes, None, Name('b'))
            .ChangeQueue(KeyGroup, StateChangeOperation.AddElement, 3, Int(2), Timer(5), Timer(6))
            .ChangeQueue(KeyGroup, StateChangeOperation.RemoveElement, 3, Timer(5));

        Read(form == "inline" ? log.ToInlineSource() : log.ToSource(compressed: form != "file")).Should().BeEquivalentTo(
            "v 42 VoidNamespace 2", "l 42 [0,1) 11,12,13", "m 42 VoidNamespace a=2,c=", "_timer_state/event_user-timers 42 6");
    }

    [Fact]
    public void Changes_go_on_top_of_the_snapshot_below()
    {
        var log = new ChangelogFile().Describe(5, List).Describe(6, Map).Describe(7, Value)
            .Change(KeyGroup, StateChangeOperation.AddElement, 5, KeyBytes, Window(0), Int(2))
            .Change(KeyGroup, StateChangeOperation.RemoveElement, 6, KeyBytes, None, Name('a'))
            .Change(KeyGroup, StateChangeOperation.Clear, 7, KeyBytes, None);

        Read([log.ToSource()], Canonical()).Should().BeEquivalentTo("l 42 [0,1) 1,2", "m 42 VoidNamespace b=2", "_timer_state/event_user-timers 42 9");
    }

    [Fact]
    public void The_newer_file_counts_and_a_number_may_mean_another_state_there()
    {
        var first = new ChangelogFile().Describe(0, Value).Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Int(1));
        var second = new ChangelogFile().Describe(0, Map).Describe(1, Value)
            .Change(KeyGroup, StateChangeOperation.AddOrUpdateElement, 0, KeyBytes, None, Name('x'), Int(4))
            .Change(KeyGroup, StateChangeOperation.Set, 1, KeyBytes, None, Int(2));

        Read(first.ToSource(), second.ToSource()).Should().BeEquivalentTo("v 42 VoidNamespace 2", "m 42 VoidNamespace x=4");
    }

    [Fact]
    public void A_state_whose_serializer_changed_is_read_with_the_one_that_wrote_it()
    {
        var before = StateMeta.ForKeyValue("v", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.String.Snapshot);
        var other = Enumerable.Range(0, 1000).Select(key => (long)key).First(key => key != Key && KeyGroups.Of(JavaHash.Of(key), MaxParallelism) == KeyGroup);
        var log = new ChangelogFile().Describe(0, before)
            .Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Text("old"))
            .Change(KeyGroup, StateChangeOperation.Set, 0, Bytes(BasicSerializers.Long, other), None, Text("kept"));
        var later = new ChangelogFile().Describe(0, Value).Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Int(3));

        Read(log.ToSource(), later.ToSource()).Should().BeEquivalentTo("v 42 VoidNamespace 3", $"v {other} VoidNamespace kept");
    }

    [Fact]
    public void Windows_that_merge_move_their_lists_and_a_single_value()
    {
        var log = new ChangelogFile().Describe(0, List).Describe(1, Sum)
            .Change(KeyGroup, StateChangeOperation.AddElement, 0, KeyBytes, Window(0), Int(1))
            .Change(KeyGroup, StateChangeOperation.AddElement, 0, KeyBytes, Window(1), Int(2))
            .Change(KeyGroup, StateChangeOperation.SetInternal, 1, KeyBytes, Window(1), Int(5))
            .Change(KeyGroup, StateChangeOperation.MergeNamespaces, 0, KeyBytes, Window(9), Window(9), Int(2), Window(0), Window(1))
            .Change(KeyGroup, StateChangeOperation.MergeNamespaces, 1, KeyBytes, Window(9), Window(9), Int(2), Window(0), Window(1));

        Read(log.ToSource()).Should().BeEquivalentTo("l 42 [9,10) 1,2", "s 42 [9,10) 5");
    }

    [Fact]
    public void What_a_function_of_the_job_merged_is_a_fault_until_the_next_value()
    {
        var merged = new ChangelogFile().Describe(1, Sum)
            .Change(KeyGroup, StateChangeOperation.SetInternal, 1, KeyBytes, Window(0), Int(5))
            .Change(KeyGroup, StateChangeOperation.SetInternal, 1, KeyBytes, Window(1), Int(6))
            .Change(KeyGroup, StateChangeOperation.MergeNamespaces, 1, KeyBytes, Window(9), Window(9), Int(2), Window(0), Window(1));

        FluentActions.Invoking(() => Read(merged.ToSource())).Should().Throw<SavepointException>().WithMessage("*'s'*function of the job*");

        merged.Change(KeyGroup, StateChangeOperation.SetInternal, 1, KeyBytes, Window(9), Int(11));
        Read(merged.ToSource()).Should().BeEquivalentTo("s 42 [9,10) 11");
    }

    [Fact]
    public void A_change_of_a_state_that_nothing_describes_is_a_fault()
    {
        var log = new ChangelogFile().Change(KeyGroup, StateChangeOperation.Set, 4, KeyBytes, None, Int(1));

        FluentActions.Invoking(() => Read(log.ToSource())).Should().Throw<SavepointFormatException>().WithMessage("*number 4*(log @ *");
    }

    [Fact]
    public void The_type_of_keys_shows_in_their_hashes()
    {
        var file = new ChangelogFile().Describe(0, Value);
        foreach (var key in Enumerable.Range(0, 40).Select(key => $"key-{key}"))
        {
            file.Change(KeyGroups.Of(JavaHash.Of(key), MaxParallelism), StateChangeOperation.Set, 0, Text(key), None, Int(1));
        }

        using var log = new ChangelogLog([file.ToSource()], Range, KryoVersion.Unknown);

        ChangelogKeyTypes.Candidates.Where(candidate => log.Fits(candidate, MaxParallelism, out _)).Should().Equal(BasicSerializers.String);
        log.Fits(BasicSerializers.String, MaxParallelism, out var changes).Should().BeTrue();
        changes.Should().Be(40);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_log_that_is_cut_off_anywhere_is_a_fault_with_its_place(bool compressed)
    {
        var whole = new ChangelogFile().Describe(0, Value).Change(KeyGroup, StateChangeOperation.Set, 0, KeyBytes, None, Int(1)).ToBytes(compressed);
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            using var log = new ChangelogLog([ChangelogSource.InFile("log", 0, () => new MemoryStream(cut))], Range, KryoVersion.Unknown);

            log.Faults.Should().Contain(fault => fault.Message.Contains("log @ "), $"{length} of {whole.Length} bytes are there");
        }
    }

    private static List<string> Read(params ChangelogSource[] sources) => Read(sources, null);

    private static List<string> Read(ChangelogSource[] sources, MaterializedState? below)
    {
        using var log = new ChangelogLog([.. sources], Range, KryoVersion.Unknown);
        log.Faults.Should().BeEmpty();
        var reader = new ChangelogKeyGroupReader(below is null ? [] : [below], log, BasicSerializers.Long.Snapshot, Range, MaxParallelism);
        List<string> found = [];
        while (reader.Read())
        {
            found.Add(TextOf(reader));
        }

        return found;
    }

    private static string TextOf(ChangelogKeyGroupReader reader)
    {
        var state = reader.Header.States[reader.StateIndex];
        var value = Decode(state.ValueSerializer!, reader.Value);
        return value is Timer<object?, object?> timer
            ? $"{state.Name} {timer.Key} {timer.Timestamp}"
            : $"{state.Name} {Decode(BasicSerializers.Long.Snapshot, reader.Key)} {NamespaceOf(Decode(state.NamespaceSerializer!, reader.Namespace))} {ContentOf(value)}";
    }

    private static string NamespaceOf(object? space) => space is TimeWindow window ? $"[{window.Start},{window.End})" : "VoidNamespace";

    private static string ContentOf(object? value) => value switch
    {
        FlinkMap map => string.Join(',', map.Select(entry => $"{(char)(long)entry.Key!}={entry.Value}").Order(StringComparer.Ordinal)),
        System.Collections.IList list => string.Join(',', list.Cast<object?>()),
        _ => $"{value}",
    };

    private static object? Decode(SerializerSnapshot serializer, ReadOnlySpan<byte> bytes)
    {
        var reader = new JavaDataReader(bytes);
        return serializer.RestoreSerializer().ReadDelimited(ref reader);
    }

    /// <summary>A canonical stream with a value, a list, a map and a timer.</summary>
    private static MaterializedState Canonical()
    {
        var header = new KeyedBackendHeader(IsCompressed: false, BasicSerializers.Long.Snapshot, [Map, Value, List, Timers]);
        var stream = new MemoryStream();
        var writer = new CanonicalKeyGroupWriter(stream, header, Range);
        byte[] prefix = [(byte)KeyGroup];
        writer.StartKeyGroup(KeyGroup);
        writer.WriteEntry(0, [.. prefix, .. KeyBytes, 0, .. Name('a')], [0, .. Int(1)]);
        writer.WriteEntry(0, [.. prefix, .. KeyBytes, 0, .. Name('b')], [0, .. Int(2)]);
        writer.WriteEntry(1, [.. prefix, .. KeyBytes, 0], Int(5));
        writer.WriteEntry(2, [.. prefix, .. KeyBytes, .. Window(0)], Int(1));
        writer.WriteEntry(3, [.. prefix, .. Timer(9)], []);
        var handle = new KeyGroupsHandle(KeyGroupsFormat.Savepoint, Range, writer.Complete(), new InlineStreamHandle("below", stream.ToArray()));
        return new MaterializedState(
            header, Range, keyGroup => new CanonicalKeyGroupReader(stream, handle, "below", new KeyGroupRange(keyGroup, keyGroup)));
    }

    private static byte[] Int(int value) => Bytes(BasicSerializers.Int, value);

    private static byte[] Text(string value) => Bytes(BasicSerializers.String, value);

    private static byte[] Name(char value) => Bytes(BasicSerializers.Long, (long)value);

    private static byte[] Window(long start) => Bytes(NamespaceSerializers.TimeWindow, new TimeWindow(start, start + 1));

    private static byte[] Timer(long timestamp) =>
        Bytes(TimerSerializer.Of(BasicSerializers.Long, NamespaceSerializers.Void), new Timer<long, VoidNamespace>(timestamp, Key, VoidNamespace.Instance));

    private static byte[] Bytes(TypeSerializer serializer, object value)
    {
        var writer = new JavaDataWriter();
        serializer.WriteObject(writer, value);
        return writer.ToArray();
    }
}

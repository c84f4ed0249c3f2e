using CsCheck;
using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Sources;

public sealed class SequenceSourceTests
{
    /// <summary>What the golden job gives to <c>fromSequence</c>.</summary>
    private const long GoldenTo = 4611686018427387903;

    [Fact]
    public void Splits_are_those_that_flink_made_in_the_golden_snapshots()
    {
        SequenceEnumerator.Divide(0, GoldenTo, 2).Should().Equal(
            new SequenceSplit("1", 0, 2305843009213693951), new SequenceSplit("2", 2305843009213693952, GoldenTo));
        SequenceEnumerator.Divide(0, GoldenTo, 3).Select(split => split.To).Should().Equal(
            1537228672809129301, 3074457345618258602, GoldenTo);
        SequenceEnumerator.Divide(0, GoldenTo, 4).Select(split => split.To).Should().Equal(
            1152921504606846975, 2305843009213693951, 3458764513820540927, GoldenTo);
    }

    [Fact]
    public void Splits_cover_the_sequence_without_gap_and_differ_by_one_number_at_most() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Int[1, 70]).Sample((first, second, count) =>
        {
            var (from, to) = (Math.Min(first, second), Math.Max(first, second));
            SequenceSplit[] splits = [.. SequenceEnumerator.Divide(from, to, count)];

            splits[0].From.Should().Be(from);
            splits[^1].To.Should().Be(to);
            splits.Skip(1).Zip(splits).All(pair => pair.First.From == pair.Second.To + 1).Should().BeTrue();
            Int128[] lengths = [.. splits.Select(split => (Int128)split.To - split.From + 1)];
            (lengths[0] - lengths[^1]).Should().BeLessThanOrEqualTo(1);
            lengths.Should().Equal(lengths.OrderDescending());
        });

    [Fact]
    public void A_sequence_shorter_than_the_parallelism_has_a_split_per_number()
    {
        SequenceEnumerator.Divide(5, 6, 4).Should().Equal(new SequenceSplit("1", 5, 5), new SequenceSplit("2", 6, 6));
        SequenceEnumerator.Divide(5, 4, 4).Should().BeEmpty();
    }

    [Fact]
    public void A_split_has_the_bytes_that_flink_wrote()
    {
        var bytes = Convert.FromHexString("0000000100000013" + "000131" + "00000000000005c2" + "0000000005f5e100");
        var serializer = new SequenceSplitSerializer();

        var split = VersionedBytes.Read(serializer, bytes, out var length);

        split.Should().Be(new SequenceSplit("1", 1474, 100_000_000));
        length.Should().Be(bytes.Length);
        VersionedBytes.Write(serializer, split).Should().Equal(bytes);
    }

    [Fact]
    public void The_enumerators_state_survives_a_round_trip()
    {
        var serializer = new SequenceEnumeratorSerializer();
        SequenceSplit[] splits = [new("3", 7, long.MaxValue), new("12", long.MinValue, -1)];

        serializer.Deserialize(1, serializer.Serialize(splits)).Should().Equal(splits);
        serializer.Deserialize(1, serializer.Serialize([])).Should().BeEmpty();
    }

    [Fact]
    public void State_that_is_cut_off_or_too_long_or_of_another_version_is_refused()
    {
        var serializer = new SequenceEnumeratorSerializer();
        var bytes = serializer.Serialize([new SequenceSplit("1", 2, 3), new SequenceSplit("2", 4, 5)]);

        for (var length = 0; length < bytes.Length; length++)
            serializer.Invoking(s => s.Deserialize(1, bytes.AsSpan(0, length))).Should().Throw<InvalidDataException>();
        serializer.Invoking(s => s.Deserialize(1, [.. bytes, 0])).Should().Throw<InvalidDataException>();
        serializer.Invoking(s => s.Deserialize(2, bytes)).Should().Throw<InvalidDataException>();
    }

    [Fact]
    public void Every_number_comes_once_whatever_snapshots_and_changes_of_parallelism_come_between() =>
        Gen.Select(Gen.Long[0, 60], Gen.Int[1, 5].Array[1, 5], Gen.Int[0, 25].Array[0, 60]).Sample((to, parallelisms, schedule) =>
        {
            var source = new NumberSequenceSource(0, to);
            var emitted = new List<long>();
            SourceRun.Snapshot? snapshot = null;
            foreach (var parallelism in parallelisms)
            {
                var run = new SourceRun(source, parallelism, snapshot);
                foreach (var subtask in schedule)
                    run.Poll(subtask % parallelism);
                snapshot = run.TakeSnapshot();
                emitted.AddRange(run.Emitted);
            }
            var last = new SourceRun(source, 2, snapshot);
            last.PollToEnd();
            emitted.AddRange(last.Emitted);

            emitted.Order().Should().Equal(Enumerable.Range(0, (int)to + 1).Select(number => (long)number));
        });

    [Fact]
    public void The_last_of_all_numbers_does_not_overflow()
    {
        var run = new SourceRun(new NumberSequenceSource(long.MaxValue - 1, long.MaxValue), 1, null);

        run.PollToEnd();

        run.Emitted.Should().Equal(long.MaxValue - 1, long.MaxValue);
    }

    [Fact]
    public void A_rate_is_shared_by_the_subtasks_and_spread_over_time()
    {
        var run = new SourceRun(new DataGeneratorSource<long>(number => number, recordsPerSecond: 20), 2, null);

        run.Poll(0, times: 5).Should().Be(InputStatus.NothingAvailable);
        run.Emitted.Should().HaveCount(1);
        run.Advance(1000);
        run.Poll(0, times: 50);
        run.Emitted.Should().HaveCount(11, "half of 20 a second belong to this subtask");
        run.Advance(10_000);
        run.Poll(0, times: 500);
        run.Emitted.Should().HaveCountLessThan(130, "it catches up at most a second of a pause");
    }

    [Fact]
    public void An_idle_reader_becomes_available_when_a_split_comes()
    {
        var source = new NumberSequenceSource(0, 9);
        var harness = OperatorHarness<long>.Of(source.CreateOperator(WatermarkStrategy.NoWatermarks<long>())).Open();
        var reader = (ISourceOperator)harness.Operator;

        reader.EmitNext().Should().Be(InputStatus.NothingAvailable);
        var available = reader.WhenAvailable;
        available.IsCompleted.Should().BeFalse();
        harness.SplitRequests.Should().Be(1);
        reader.HandleAddSplits([VersionedBytes.Write(source.SplitSerializer, new SequenceSplit("1", 3, 3))]);
        available.IsCompleted.Should().BeTrue();
        reader.EmitNext().Should().Be(InputStatus.MoreAvailable);
        harness.Values.Should().Equal(3);
        harness.SplitRequests.Should().Be(2, "the split is read to its end");
        reader.HandleNoMoreSplits();
        reader.EmitNext().Should().Be(InputStatus.EndOfInput);
    }
}

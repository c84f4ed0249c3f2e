using CsCheck;
using SavepointCli.Format.Ids;

namespace SavepointCli.Format.Tests.Ids;

public sealed class KeyGroupsTests
{
    [Theory]
    [InlineData(128, 3, "[0, 42] [43, 85] [86, 127]")]
    [InlineData(128, 4, "[0, 31] [32, 63] [64, 95] [96, 127]")]
    [InlineData(128, 7, "[0, 18] [19, 36] [37, 54] [55, 73] [74, 91] [92, 109] [110, 127]")]
    public void Subtasks_get_the_ranges_that_Flink_gives_them(int maxParallelism, int parallelism, string ranges) =>
        string.Join(' ', Enumerable.Range(0, parallelism).Select(subtask => KeyGroups.RangeOf(subtask, maxParallelism, parallelism)))
            .Should().Be(ranges);

    [Fact]
    public void Every_key_group_lies_in_the_range_of_its_owner_and_in_no_other() =>
        Gen.Int[1, 512].SelectMany(max => Gen.Int[1, max], (max, parallelism) => (max, parallelism)).Sample(given =>
        {
            var next = 0;
            for (var subtask = 0; subtask < given.parallelism; subtask++)
            {
                var range = KeyGroups.RangeOf(subtask, given.max, given.parallelism);
                range.Start.Should().Be(next);
                KeyGroups.OwnerOf(range.Start, given.max, given.parallelism).Should().Be(subtask);
                KeyGroups.OwnerOf(range.End, given.max, given.parallelism).Should().Be(subtask);
                next = range.End + 1;
            }

            next.Should().Be(given.max);
        });

    [Fact]
    public void The_largest_job_does_not_overflow()
    {
        var last = KeyGroups.RangeOf(KeyGroups.MaxParallelismLimit - 1, KeyGroups.MaxParallelismLimit, KeyGroups.MaxParallelismLimit);

        last.Should().Be(new KeyGroupRange(32767, 32767));
    }

    [Theory]
    [InlineData(1, 128)]
    [InlineData(2, 128)]
    [InlineData(64, 128)]
    [InlineData(85, 128)]
    [InlineData(86, 256)]
    [InlineData(100, 256)]
    [InlineData(128, 256)]
    [InlineData(200, 512)]
    [InlineData(256, 512)]
    [InlineData(1000, 2048)]
    [InlineData(21845, 32768)]
    [InlineData(21846, 32768)]
    [InlineData(30000, 32768)]
    [InlineData(32768, 32768)]
    public void Max_parallelism_defaults_to_room_for_growth(int parallelism, int maxParallelism) =>
        KeyGroups.DefaultMaxParallelism(parallelism).Should().Be(maxParallelism);

    [Theory]
    [InlineData(-1, 128, 2)]
    [InlineData(2, 128, 2)]
    [InlineData(0, 128, 129)]
    [InlineData(0, 32769, 1)]
    [InlineData(0, 0, 1)]
    public void Ranges_that_cannot_exist_are_refused(int subtask, int maxParallelism, int parallelism)
    {
        var range = () => KeyGroups.RangeOf(subtask, maxParallelism, parallelism);

        range.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(128, 1)]
    [InlineData(129, 2)]
    public void More_than_128_key_groups_take_two_bytes(int maxParallelism, int bytes) =>
        KeyGroups.PrefixBytes(maxParallelism).Should().Be(bytes);
}

using SavepointCli.Cluster.Configuration;

namespace SavepointCli.Cluster.Tests.Configuration;

public sealed class FlinkDurationTests
{
    [Theory]
    [InlineData("1500", 1500)]
    [InlineData("60 s", 60_000)]
    [InlineData("3sec", 3_000)]
    [InlineData(" 2 MIN ", 120_000)]
    [InlineData("1 h", 3_600_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("5000000 ns", 5)]
    [InlineData("7000 µs", 7)]
    [InlineData("0", 0)]
    [InlineData("PT1M", 60_000)]
    [InlineData("pt1.5s", 1_500)]
    public void Flinks_spellings_are_read(string text, long milliseconds)
    {
        FlinkDuration.TryParse(text, out var duration).Should().BeTrue();
        duration.Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("s")]
    [InlineData("1 parsec")]
    [InlineData("-1 s")]
    [InlineData("1.5 s")]
    [InlineData("99999999999999 d")]
    [InlineData("99999999999999999999")]
    [InlineData("P")]
    [InlineData("-PT1M")]
    public void Anything_else_is_none(string text)
    {
        FlinkDuration.TryParse(text, out _).Should().BeFalse();
    }
}

using CsCheck;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Values;

public sealed class CalendarTests
{
    [Fact]
    public void Days_agree_with_the_calendar_of_the_platform() =>
        Gen.Int[-719_162, 2_932_896].Sample(day =>
        {
            var date = DateOnly.FromDayNumber(day + 719_162);
            LocalDate.OfEpochDay(day).Should().Be(new LocalDate(date.Year, date.Month, date.Day));
        });

    [Fact]
    public void Days_come_back_far_beyond_it() =>
        Gen.Long[-300_000_000_000, 300_000_000_000].Sample(day =>
        {
            var date = LocalDate.OfEpochDay(day);
            date.IsValid.Should().BeTrue();
            date.ToEpochDay().Should().Be(day);
        });

    [Fact]
    public void Milliseconds_come_back_from_end_to_end()
    {
        Gen.Long.Sample(millis =>
        {
            Instant.OfEpochMilli(millis).ToEpochMilli().Should().Be(millis);
            LocalDateTime.OfEpochMilli(millis, 7).ToEpochMilli().Should().Be(millis);
            LocalDateTime.OfEpochMilli(millis).ToInstant().Should().Be(Instant.OfEpochMilli(millis));
        });
        Instant.OfEpochMilli(long.MinValue).ToEpochMilli().Should().Be(long.MinValue);
        LocalDateTime.OfEpochMilli(long.MinValue).ToEpochMilli().Should().Be(long.MinValue);
        LocalDateTime.OfEpochMilli(long.MaxValue).ToEpochMilli().Should().Be(long.MaxValue);
    }
}

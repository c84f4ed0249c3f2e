using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs.Restarts;
using SavepointCli.Engine.Tests.Support;

namespace SavepointCli.Engine.Tests.Jobs.Restarts;

public sealed class RestartStrategyTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StandingTime _time = new();

    [Theory]
    [InlineData("none")]
    [InlineData("off")]
    [InlineData("disable")]
    public void A5_1_Without_a_strategy_the_first_failure_is_the_last(string name) =>
        Of(true, ("restart-strategy", name)).OnFailure().Should().BeNull();

    [Theory]
    [InlineData("1.16", "restart-strategy", "fixeddelay")]
    [InlineData("1.20", "restart-strategy.type", "fixed-delay")]
    public void A5_1_Fixed_delay_restarts_so_often_and_never_starts_over(string compat, string key, string name)
    {
        var strategy = Of(
            false, ("engine.compat", compat), (key, name), ("restart-strategy.fixed-delay.attempts", "2"), ("restart-strategy.fixed-delay.delay", "3 s"));

        strategy.OnFailure().Should().Be(3 * Second);
        _time.Advance(TimeSpan.FromDays(1));
        strategy.OnFailure().Should().Be(3 * Second);
        _time.Advance(TimeSpan.FromDays(1));
        strategy.OnFailure().Should().BeNull();
        strategy.OnFailure().Should().BeNull();
    }

    [Fact]
    public void A5_1_Fixed_delay_restarts_once_behind_a_second_if_nothing_else_is_said()
    {
        var strategy = Of(false, ("restart-strategy.type", "fixed-delay"));

        strategy.OnFailure().Should().Be(Second);
        strategy.OnFailure().Should().BeNull();
    }

    [Fact]
    public void A5_1_Failure_rate_gives_up_when_too_many_failures_lie_within_the_interval()
    {
        var strategy = Of(
            true, ("restart-strategy.type", "failure-rate"), ("restart-strategy.failure-rate.max-failures-per-interval", "2"),
            ("restart-strategy.failure-rate.failure-rate-interval", "10 s"), ("restart-strategy.failure-rate.delay", "5 ms"));

        strategy.OnFailure().Should().Be(TimeSpan.FromMilliseconds(5));
        _time.Advance(9 * Second);
        strategy.OnFailure().Should().NotBeNull();
        _time.Advance(2 * Second);
        strategy.OnFailure().Should().NotBeNull("the first lies more than ten seconds back");
        _time.Advance(5 * Second);
        strategy.OnFailure().Should().BeNull();
    }

    [Theory]
    [InlineData("1.16", 2.0, 300)]
    [InlineData("1.20", 1.5, 60)]
    [InlineData("2.2", 1.5, 60)]
    public void A5_1_Exponential_delay_grows_to_a_limit_and_varies_by_a_tenth(string compat, double multiplier, int limit)
    {
        var strategy = Of(true, ("engine.compat", compat), ("restart-strategy.type", "exponential-delay"));
        var expected = 1.0;
        for (var failure = 0; failure < 30; failure++)
        {
            var delay = strategy.OnFailure()!.Value.TotalSeconds;

            delay.Should().BeInRange(Math.Max(expected * 0.9, 1) - 1e-6, Math.Min(expected * 1.1, limit) + 1e-6);
            _time.Advance(TimeSpan.FromSeconds(delay));
            expected = Math.Min(expected * multiplier, limit);
        }
    }

    [Fact]
    public void A5_1_Exponential_delay_starts_over_behind_an_hour_without_failure()
    {
        var strategy = Of(
            true, ("restart-strategy.type", "exponential-delay"), ("restart-strategy.exponential-delay.jitter-factor", "0"),
            ("restart-strategy.exponential-delay.attempts-before-reset-backoff", "2"));

        strategy.OnFailure().Should().Be(Second);
        strategy.OnFailure().Should().Be(1.5 * Second);
        strategy.OnFailure().Should().BeNull("two attempts are all there are");
        _time.Advance(TimeSpan.FromHours(1) + 2 * Second);
        strategy.OnFailure().Should().Be(Second);
    }

    [Fact]
    public void A5_2_Jobs_with_checkpoints_restart_by_default_and_others_do_not()
    {
        Of(false).OnFailure().Should().BeNull();
        Of(true).Should().BeOfType<ExponentialDelayRestart>();
        Of(false, ("engine.compat", "1.16")).OnFailure().Should().BeNull();
        var old = Of(true, ("engine.compat", "1.16"));
        Enumerable.Range(0, 1000).Select(_ => old.OnFailure()).Should().OnlyContain(delay => delay == Second);
    }

    [Fact]
    public void An_unknown_strategy_is_named() =>
        FluentActions.Invoking(() => Of(true, ("restart-strategy", "hope"))).Should().Throw<SavepointException>()
            .WithMessage("*'hope'*").Which.ExitCode.Should().Be(ExitCode.Usage);

    [Fact]
    public void F37_A_wall_clock_that_jumps_changes_nothing()
    {
        var strategy = Of(true, ("restart-strategy.type", "failure-rate"), ("restart-strategy.failure-rate.failure-rate-interval", "10 s"));
        strategy.OnFailure().Should().NotBeNull();

        _time.Jump(TimeSpan.FromHours(1));

        strategy.OnFailure().Should().BeNull();
    }

    private RestartStrategy Of(bool takesCheckpoints, params (string Key, string Value)[] settings) => RestartStrategy.Of(
        new EngineConfiguration(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))), takesCheckpoints, _time);
}

namespace SavepointCli.Streaming.Tests;

public sealed class ParameterToolTests
{
    [Fact]
    public void Keys_have_values_or_are_true()
    {
        var parameters = ParameterTool.FromArgs(["--rate", "2.5", "-n", "-7", "--flag", "--name", "x"]);

        parameters.GetDouble("rate", 0).Should().Be(2.5);
        parameters.GetLong("n", 0).Should().Be(-7);
        parameters.GetBoolean("flag", false).Should().BeTrue();
        parameters.Get("name").Should().Be("x");
        parameters.Has("other").Should().BeFalse();
        parameters.GetLong("other", 3).Should().Be(3);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_names_its_key()
    {
        var parameters = ParameterTool.FromArgs(["--rate", "fast"]);

        parameters.Invoking(p => p.GetLong("rate", 0)).Should().Throw<JobGraphException>().WithMessage("*--rate*'fast'*");
        parameters.Invoking(p => p.GetBoolean("rate", false)).Should().Throw<JobGraphException>().WithMessage("*--rate*'fast'*");
    }

    [Fact]
    public void A_value_without_key_is_refused() =>
        FluentActions.Invoking(() => ParameterTool.FromArgs(["stray"])).Should().Throw<JobGraphException>().WithMessage("*'stray'*");
}

using SavepointCli.Streaming.Graph;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Graph;

public sealed class RefusedGraphTests
{
    [Fact]
    public void One_uid_for_two_operators_is_refused_and_both_are_named() =>
        Refusing(environment => environment.FromSequence(1, 9).Uid("x").Map(number => number).Name("other").Uid("x").Print())
            .Should().Throw<JobGraphException>().WithMessage("*uid 'x'*'Sequence Source'*'other'*unique*");

    [Theory]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public void A_uid_hash_that_is_no_operator_id_is_refused(string uidHash) =>
        Refusing(environment => environment.FromSequence(1, 9).SetUidHash(uidHash).Print())
            .Should().Throw<JobGraphException>().WithMessage($"*'{uidHash}'*");

    [Fact]
    public void Forward_between_operators_of_different_parallelism_is_refused() =>
        Refusing(environment => environment.FromSequence(1, 9).SetParallelism(2).Forward().Map(number => number).SetParallelism(3).Print())
            .Should().Throw<JobGraphException>().WithMessage("Forward from 'Sequence Source' (parallelism 2) to 'Map' (parallelism 3)*");

    [Fact]
    public void More_subtasks_than_key_groups_are_refused() =>
        Refusing(environment => environment.FromSequence(1, 9).Map(number => number).SetParallelism(9).SetMaxParallelism(8).Print())
            .Should().Throw<JobGraphException>().WithMessage("*'Map'*parallelism 9*max parallelism 8*");

    [Theory]
    [InlineData(0)]
    [InlineData(32769)]
    public void A_parallelism_outside_of_1_to_32768_is_refused(int parallelism)
    {
        Refusing(environment => environment.FromSequence(1, 9).SetParallelism(parallelism)).Should().Throw<ArgumentOutOfRangeException>();
        Refusing(environment => environment.FromSequence(1, 9).SetMaxParallelism(parallelism)).Should().Throw<ArgumentOutOfRangeException>();
        Refusing(environment => environment.SetParallelism(parallelism)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_key_that_is_an_array_is_refused() =>
        Refusing(environment => environment.FromSequence(1, 9).KeyBy(number => new[] { (byte)number }).Reduce((first, _) => first).Print())
            .Should().Throw<JobGraphException>().WithMessage("Type Byte[] cannot be a key, because*");

    [Fact]
    public void A_key_that_holds_an_array_is_refused() =>
        Refusing(environment => environment.FromSequence(1, 9).KeyBy(number => (number, new[] { number })).Reduce((first, _) => first).Print())
            .Should().Throw<JobGraphException>().WithMessage("Type Tuple2<Long, Long[]> cannot be a key, because*");

    [Fact]
    public void A_key_that_is_an_enum_is_refused() =>
        Refusing(environment => environment.FromSequence(1, 9).KeyBy(number => (DayOfWeek)(number % 7)).Reduce((first, _) => first).Print())
            .Should().Throw<JobGraphException>().WithMessage("*DayOfWeek*enum*");

    [Fact]
    public void A_program_without_operators_is_refused() =>
        Refusing(environment => environment.FromSequence(1, 9)).Should().Throw<JobGraphException>().WithMessage("No operators*");

    [Fact]
    public void A_second_execute_is_refused()
    {
        var program = () => Capture.Of(() =>
        {
            foreach (var name in new[] { "one", "two" })
            {
                var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
                environment.FromSequence(1, 9).Print();
                environment.Execute(name);
            }
        });

        program.Should().Throw<JobGraphException>().WithMessage("*Execute more than once*'one'*'two'*");
    }

    [Fact]
    public async Task A_program_that_awaits_is_still_captured()
    {
        using var capture = new GraphCapture(1, new Dictionary<string, string>());

        await ProgramAsync();

        capture.Graph!.Name.Should().Be("awaited");
    }

    [Fact]
    public void Outside_the_engine_execute_says_how_to_submit()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 9).Print();

        environment.Invoking(alone => alone.Execute("alone")).Should().Throw<JobGraphException>().WithMessage("*'alone'*")
            .Which.Hint.Should().Contain("savepointctl run");
    }

    private static async Task ProgramAsync()
    {
        await Task.Yield();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 9).Print();
        environment.Execute("awaited");
    }

    private static Action Refusing(Action<StreamExecutionEnvironment> describe) => () => Capture.Of(describe);
}

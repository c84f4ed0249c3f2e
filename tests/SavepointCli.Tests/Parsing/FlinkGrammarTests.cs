using CsCheck;
using SavepointCli.Commands;
using SavepointCli.Parsing;

namespace SavepointCli.Tests.Parsing;

/// <summary>Spellings that the recordings show Flink to take, brought into the one form of our parser.</summary>
public sealed class FlinkGrammarTests
{
    [Theory]
    [InlineData("list -r -a", "list --running --all")]
    [InlineData("list -ra", "list --running --all")]
    [InlineData("list -running", "list --running")]
    [InlineData("list --runn", "list --running")]
    [InlineData("list --r", "list --running")]
    [InlineData("list -jobmanager h:1", "list --jobmanager=h:1")]
    [InlineData("list --jobm=h:1", "list --jobmanager=h:1")]
    [InlineData("list -m=h:1", "list --jobmanager=h:1")]
    [InlineData("list -m \"h:1\"", "list --jobmanager=h:1")]
    [InlineData("list -m h:1 -m h:2", "list --jobmanager=h:1")]
    [InlineData("list -Da=b=c -D d=e -Df", "list -D=a=b=c -D=d=e -D=f")]
    [InlineData("savepoint ID -type native DIR", "savepoint --type=native -- ID DIR")]
    [InlineData("savepoint -d /path", "savepoint --dispose=/path")]
    [InlineData("savepoint -d/path", "savepoint --dispose=/path")]
    [InlineData("savepoint -disp /path", "savepoint --dispose=/path")]
    [InlineData("savepoint -detached ID", "savepoint -detached -- ID")]
    [InlineData("savepoint -- -d x", "savepoint -- -d x")]
    [InlineData("savepoint - x", "savepoint -- - x")]
    [InlineData("stop -p ID", "stop --savepointPath=ID")]
    [InlineData("stop -p -d ID", "stop --savepointPath --drain -- ID")]
    [InlineData("stop -dp DIR ID", "stop --drain --savepointPath=DIR -- ID")]
    [InlineData("cancel -s DIR ID", "cancel --withSavepoint=DIR -- ID")]
    [InlineData("checkpoint -full ID", "checkpoint --full -- ID")]
    [InlineData("run -d -p 2 job.jar -p 3 --nope -h", "run --detached --parallelism=2 -- job.jar -p 3 --nope -h")]
    [InlineData("run -p -1 job.jar", "run --parallelism=-1 -- job.jar")]
    [InlineData("run -rm CLAIM -cm LEGACY x.jar", "run --restoreMode=CLAIM --claimMode=LEGACY -- x.jar")]
    [InlineData("run --nope x.jar", "run -- --nope x.jar")]
    [InlineData("run --timeout 5s x.jar", "run --timeout=5s -- x.jar")]
    [InlineData("cluster start -Da=b --port 0", "cluster start -D=a=b --port=0")]
    [InlineData("--debug list -r", "--debug list --running")]
    [InlineData("help exit-codes", "help exit-codes")]
    public void A_spelling_of_Flink_comes_down_to_one_form(string typed, string expected)
    {
        Normalise(typed.Split(' ')).Should().Equal(expected.Split(' '));
    }

    [Fact]
    public void Our_own_options_do_not_take_part_in_prefixes()
    {
        var normalising = () => Normalise("list", "--timeo", "5s");

        normalising.Should().Throw<SavepointException>().WithMessage("Unrecognized option: --timeo");
    }

    [Fact]
    public void Any_tokens_end_in_a_form_or_in_wrong_usage()
    {
        string[] words =
        [
            "list", "savepoint", "stop", "run", "-", "--", "-d", "-D", "-Dx", "-dp", "--d", "-p", "-p=", "-=x", "--=x", "-s",
            "\"", "\"\"", "ID", "-type", "", "-1", "-é",
        ];
        var token = Gen.Int[0, words.Length - 1].Select(index => words[index]);
        Check.Sample(token.Array[0, 6], tokens =>
        {
            try
            {
                Normalise(tokens).Should().NotBeNull();
            }
            catch (SavepointException fault)
            {
                fault.ExitCode.Should().Be(ExitCode.Usage);
            }
        });
    }

    private static IReadOnlyList<string> Normalise(params string[] arguments)
    {
        var context = new CommandContext(TextWriter.Null, TextWriter.Null, TimeProvider.System, new Dictionary<string, string>());
        return FlinkGrammar.Normalise(CommandTree.Create(context), arguments);
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using SavepointCli.Cluster.Failures;
using SavepointCli.Testing.Recordings;

namespace SavepointCli.Cluster.Tests.Failures;

/// <summary>What real clusters said, and what is left of it for a person and for a script.</summary>
public sealed class ServerFailureTests
{
    [Theory]
    [InlineData("1.16.3", "savepoint-unwritable-completed", ExitCode.OperationFailed, "Failed to create savepoint directory at file:/proc/nope")]
    [InlineData("2.2.1", "savepoint-unwritable-completed", ExitCode.OperationFailed, "Failed to create savepoint directory at file:/proc/nope")]
    [InlineData("1.20.5", "savepoint-unknown-job-completed", ExitCode.NotFound, "Could not find Flink job (00000000000000000000000000000abc)")]
    [InlineData("1.20.5", "checkpoint-unknown-job-completed", ExitCode.NotFound, "Could not find Flink job (00000000000000000000000000000abc)")]
    [InlineData("1.20.5", "err-patch-unknown-job", ExitCode.NotFound, "Could not find Flink job (00000000000000000000000000000abc)")]
    [InlineData("1.20.5", "job-finished-cancel", ExitCode.OperationFailed, "Job cancellation failed because the job has already reached another terminal state (FINISHED).")]
    [InlineData("1.20.5", "b-nodir-savepoint", ExitCode.Usage, "Config key [execution.checkpointing.savepoint-dir] is not set. Property [target-directory] must be provided.")]
    [InlineData("1.16.3", "b-nodir-stop", ExitCode.Usage, "Config key [state.savepoints.dir] is not set. Property [targetDirectory] must be provided.")]
    [InlineData("2.2.1", "disposal-missing-completed", ExitCode.NotFound, "Cannot find checkpoint or savepoint file/directory '/tmp/flink-recordings/none' on file system 'file'.")]
    [InlineData("2.2.1", "stop-task-fails-completed", ExitCode.OperationFailed, "deliberate snapshot failure")]
    [InlineData("1.20.5", "jar-run-main-throws", ExitCode.OperationFailed, "thrown from main")]
    [InlineData("1.16.3", "checkpoint-BOGUS-trigger", ExitCode.OperationFailed, "Not found: /jobs/")]
    public void The_cause_that_a_person_needs_is_found(string version, string recording, ExitCode exitCode, string reason)
    {
        var body = JsonElement.Parse(RecordingArchive.Rest(version).LoadExchange(recording).ResponseBody);

        var fault = ServerFailure.Of(TextOf(body), "it failed");

        fault.Message.Should().StartWith($"it failed: {reason}");
        fault.ExitCode.Should().Be(exitCode);
        fault.ToString().Should().Contain("What the cluster said:");
    }

    [Fact]
    public void Unmatched_state_is_incompatible_and_the_way_out_is_named()
    {
        var body = JsonElement.Parse(RecordingArchive.Rest("2.2.1").LoadExchange("jar-run-savepoint-operator-missing").ResponseBody);

        var fault = ServerFailure.Of(TextOf(body), null);

        fault.ExitCode.Should().Be(ExitCode.Incompatible);
        fault.Hint.Should().Contain("--allowNonRestoredState");
    }

    [Theory]
    [InlineData("java.io.EOFException\n\tat a.b(C.java:1)\n", "EOFException")]
    [InlineData("org.a.B: outer\n\tat x\nCaused by: java.io.EOFException\n\tat y\n", "outer (EOFException)")]
    [InlineData("org.a.B: no file system for 's3'\nCaused by: org.a.B: Hadoop is missing\n", "no file system for 's3'")]
    [InlineData("org.a.B: org.a.B: twice\n", "twice")]
    [InlineData("a plain sentence: with a colon", "a plain sentence: with a colon")]
    [InlineData("org.a.B: line one\nline two\n\tat x", "line one line two")]
    [InlineData("", "the cluster gave no reason")]
    public void A_stack_trace_comes_down_to_one_sentence(string text, string reason)
    {
        ServerFailure.Of(text, null).Message.Should().Be(reason);
    }

    [Fact]
    public void Every_failure_in_the_recordings_comes_down_to_a_short_sentence()
    {
        foreach (var version in new[] { "1.16.3", "1.20.5", "2.2.1" })
        {
            var archive = RecordingArchive.Rest(version);
            foreach (var text in archive.Names.SelectMany(name => Failures(archive.Load(name))))
                ServerFailure.Of(text, null).Message.Should().NotBeNullOrWhiteSpace().And.NotContain("\n\tat ").And.NotStartWith("org.apache.flink");
        }
    }

    [Fact]
    public void Any_text_gives_a_bounded_message()
    {
        Gen.String.Array[0, 50].Sample(lines => ServerFailure.Of(string.Join("\nCaused by: ", lines), null).Message.Length.Should().BeInRange(1, 5000));
    }

    [Fact]
    public void A_chain_that_does_not_end_is_cut()
    {
        var text = new StringBuilder().Insert(0, "Caused by: a.B: c\n", 100_000).ToString();

        ServerCause.Chain(text).Should().HaveCountLessThanOrEqualTo(100);
    }

    private static string TextOf(JsonElement body) => Failures(body).First();

    private static IEnumerable<string> Failures(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property switch
        {
            { Name: "stack-trace", Value.ValueKind: JsonValueKind.String } => [property.Value.GetString()!],
            { Name: "errors", Value.ValueKind: JsonValueKind.Array } => property.Value.EnumerateArray().TakeLast(1).Select(error => error.GetString()!),
            _ => Failures(property.Value),
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Failures),
        _ => [],
    };
}

using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.State;

public sealed class StateReadHandlerTests
{
    private static readonly GoldenCase Golden = GoldenCase.Load("1.20", "canonical-rocksdb");
    private static readonly StateReadHandler Handler = new(new FileStorage());

    [Theory]
    [InlineData("kinds")]
    [InlineData("3681dd3b43c36f87b626db636033d1db")]
    [InlineData("3681DD3B43C36F87B626DB636033D1DB")]
    public void An_operator_is_found_by_uid_and_by_id(string wanted)
    {
        var entries = Read(new StateReadRequest { Path = Golden.SnapshotPath, Operator = wanted, State = "count" });

        entries.Should().HaveCount(100).And.OnlyContain(entry => entry.Operator == "3681dd3b43c36f87b626db636033d1db" && entry.State == "count");
    }

    [Fact]
    public void A_given_uid_names_its_operator() =>
        Read(new StateReadRequest { Path = Golden.SnapshotPath, Uids = ["gate", "no-such"], State = "gate-passed" })
            .Should().HaveCount(2).And.OnlyContain(entry => entry.Operator == "gate");

    [Fact]
    public void A_snapshot_of_Flink_2_names_its_operators_itself()
    {
        var golden = GoldenCase.Load("2.2", "canonical-rocksdb");

        Read(new StateReadRequest { Path = golden.SnapshotPath, State = "rules" }).Should().HaveCount(2).And.OnlyContain(entry => entry.Operator == "rules");
    }

    [Fact]
    public void An_operator_that_is_not_there_is_a_fault_that_names_those_that_are()
    {
        var open = () => Handler.Open(new StateReadRequest { Path = Golden.SnapshotPath, Operator = "nope" });

        var fault = open.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.NotFound);
        fault.Hint.Should().Contain("3681dd3b43c36f87b626db636033d1db");
    }

    [Fact]
    public void A_state_that_is_not_there_is_a_fault_that_names_those_that_are()
    {
        var read = () => Read(new StateReadRequest { Path = Golden.SnapshotPath, Operator = "gate", State = "nope" });

        var fault = read.Should().Throw<SavepointException>().Which;
        fault.ExitCode.Should().Be(ExitCode.NotFound);
        fault.Hint.Should().Be("its states: gate-owners, gate-passed");
    }

    [Fact]
    public void A_missing_file_does_not_stop_the_rest()
    {
        using var copy = CopyOfGolden(file => File.Delete(file));

        var reading = Handler.Open(new StateReadRequest { Path = copy.Path, Uids = ["kinds"] });
        var entries = reading.Entries(CancellationToken.None).ToList();

        reading.ExitCode.Should().Be(ExitCode.Damaged);
        reading.Findings.Should().ContainSingle(finding => finding.Severity == StateFindingSeverity.Error)
            .Which.Message.Should().Contain("missing");
        entries.Should().Contain(entry => entry.Operator == "kinds").And.Contain(entry => entry.State == "gate-passed");
    }

    [Fact]
    public void A_file_that_was_cut_off_is_damage_and_names_the_file()
    {
        using var copy = CopyOfGolden(file => File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]));

        var reading = Handler.Open(new StateReadRequest { Path = copy.Path });
        reading.Entries(CancellationToken.None).Count().Should().BePositive();

        reading.ExitCode.Should().Be(ExitCode.Damaged);
        reading.Findings.Should().Contain(finding => finding.Severity == StateFindingSeverity.Error && finding.Message.Contains(copy.Path));
    }

    [Fact]
    public void A_value_that_does_not_decode_is_shown_as_bytes_and_the_rest_goes_on()
    {
        // The text "ttl-0" of state ttl-label becomes longer than its entry.
        using var copy = CopyOfGolden(file => Replace(file, [6, .. "ttl-"u8], [0x7F, .. "ttl-"u8]));

        var reading = Handler.Open(new StateReadRequest { Path = copy.Path, Operator = "kinds", State = "ttl-label" });
        var lines = reading.Entries(CancellationToken.None).Select(StateLine.Of).ToList();

        lines.Should().HaveCount(100);
        lines.Should().ContainSingle(line => line.Contains("\"$opaque\"", StringComparison.Ordinal));
        reading.Findings.Should().ContainSingle().Which.Severity.Should().Be(StateFindingSeverity.Warning);
        reading.ExitCode.Should().Be(ExitCode.Damaged);
    }

    [Fact]
    public void Reading_stops_when_it_is_cancelled()
    {
        var reading = Handler.Open(new StateReadRequest { Path = Golden.SnapshotPath });
        using var cancellation = new CancellationTokenSource();
        using var entries = reading.Entries(cancellation.Token).GetEnumerator();
        entries.MoveNext().Should().BeTrue();
        cancellation.Cancel();

        FluentActions.Invoking(() => entries.MoveNext()).Should().Throw<OperationCanceledException>();
    }

    private static List<StateEntry> Read(StateReadRequest request) => [.. Handler.Open(request).Entries(CancellationToken.None)];

    private static TempFolder CopyOfGolden(Action<string> damageLargestFile)
    {
        var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Golden.SnapshotPath))
        {
            File.WriteAllBytes(Path.Combine(copy.Path, Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        damageLargestFile(Directory.EnumerateFiles(copy.Path).Where(file => Path.GetFileName(file) != "_metadata").MaxBy(file => new FileInfo(file).Length)!);
        return copy;
    }

    private static void Replace(string file, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement)
    {
        var bytes = File.ReadAllBytes(file);
        replacement.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(old)));
        File.WriteAllBytes(file, bytes);
    }
}

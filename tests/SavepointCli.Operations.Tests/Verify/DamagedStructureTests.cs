using SavepointCli.Format.Ids;
using SavepointCli.Operations.Verify;

namespace SavepointCli.Operations.Tests.Verify;

/// <summary>Metadata that parse and contradict themselves.</summary>
public sealed class DamagedStructureTests : IDisposable
{
    private static readonly OperatorId Kinds = OperatorIds.FromUid("kinds");
    private static readonly OperatorId Gate = OperatorIds.FromUid("gate");

    private readonly GoldenCopy _copy = new("1.20", "canonical-hashmap");

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void An_id_that_stands_for_two_operators()
    {
        _copy.Change(state => state.Id == Gate, state => state with { Id = Kinds });

        ExpectMetadata($"operator {Kinds} stands twice");
    }

    [Theory]
    [InlineData(129, 128)]
    [InlineData(0, 128)]
    [InlineData(2, 32769)]
    public void A_parallelism_that_cannot_be(int parallelism, int maxParallelism)
    {
        _copy.Change(state => state.Id == Kinds, state => state with { Parallelism = parallelism, MaxParallelism = maxParallelism });

        ExpectMetadata("arallelism");
    }

    [Fact]
    public void A_subtask_that_is_there_twice()
    {
        _copy.Change(state => state.Id == Gate, state => state with { Subtasks = [state.Subtasks[0], state.Subtasks[0]] });

        ExpectMetadata("subtask 0");
    }

    [Fact]
    public void A_subtask_that_the_parallelism_does_not_allow()
    {
        _copy.Change(state => state.Id == Gate, state => state with { Subtasks = [state.Subtasks[0], state.Subtasks[1] with { Index = 2 }] });

        ExpectMetadata("impossible index of a subtask: 2");
    }

    [Fact]
    public void Key_groups_that_belong_to_another_subtask()
    {
        _copy.Change(state => state.Id == Kinds, state => state with
        {
            Subtasks = [state.Subtasks[0] with { Index = 1 }, state.Subtasks[1] with { Index = 0 }],
        });

        var report = _copy.Verify(VerifyDepth.Structure);

        report.Findings.Select(finding => (finding.Code, finding.Subtask, finding.Message)).Should().BeEquivalentTo(
        [
            (VerifyCode.KeyGroups, (int?)1, "holds the key groups [0, 63], its own are [64, 127]"),
            (VerifyCode.KeyGroups, (int?)0, "holds the key groups [64, 127], its own are [0, 63]"),
        ]);
    }

    [Fact]
    public void Positions_that_were_swapped()
    {
        var (_, subtask, handle) = _copy.HandleOfStateFile();
        var at = Enumerable.Range(10, 50).First(index => handle.Offsets[index] > 0 && handle.Offsets[index + 1] > 0);
        var (first, second) = (handle.Offsets[at], handle.Offsets[at + 1]);
        ChangeOffsets(handle.Offsets.SetItem(at, second).SetItem(at + 1, first));

        var finding = Only(_copy.Verify());

        finding.Should().BeEquivalentTo(new
        {
            Code = VerifyCode.Offsets,
            Path = _copy.StateFile,
            Offset = (long?)first,
            Operator = "kinds",
            Subtask = (int?)subtask.Index,
            Message = $"position {first} stands behind position {second}, which is not before it",
        });
    }

    [Fact]
    public void A_position_outside_of_the_file()
    {
        var (_, _, handle) = _copy.HandleOfStateFile();
        var length = new FileInfo(_copy.StateFile).Length;
        ChangeOffsets(handle.Offsets.SetItem(handle.Offsets.Length - 1, length));

        var finding = Only(_copy.Verify());

        finding.Code.Should().Be(VerifyCode.Offsets);
        finding.Offset.Should().Be(length);
        finding.Message.Should().Be($"position {length} lies outside the {length} bytes of the stream");
    }

    private void ExpectMetadata(string message)
    {
        var report = _copy.Verify();

        var finding = Only(report);
        finding.Code.Should().Be(VerifyCode.Metadata);
        finding.Path.Should().Be(_copy.MetadataPath);
        finding.Offset.Should().BePositive();
        finding.Message.Should().Contain(message);
        report.IsDamaged.Should().BeTrue();
    }

    private void ChangeOffsets(System.Collections.Immutable.ImmutableArray<long> offsets)
    {
        var (@operator, changed, handle) = _copy.HandleOfStateFile();
        _copy.Change(state => state.Id == @operator.Id, state => state with
        {
            Subtasks =
            [
                .. state.Subtasks.Select(subtask => subtask.Index == changed.Index ? subtask with { ManagedKeyedState = handle with { Offsets = offsets } } : subtask),
            ],
        });
    }

    private static VerifyFinding Only(VerifyReport report) =>
        report.Findings.Where(finding => finding.Severity != VerifySeverity.Note).Should().ContainSingle().Which;
}

using SavepointCli.Format.Coordinators;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Tests.Docs;

public sealed class OperatorStatePageTests
{
    private static readonly FormatPage Page = new("operator-state.md");

    private static readonly Dictionary<string, Action<JavaDataWriter>> Written = new(StringComparer.Ordinal)
    {
        ["reader-split"] = writer => SourceReaderState.WriteElement(
            writer, new VersionedBytes(NumberSequenceSplit.Version, Bytes(new NumberSequenceSplit("1", 1474, 100_000_000).Write))),
        ["coordinator"] = new SourceCoordinatorState(
            new VersionedBytes(NumberSequenceEnumerator.Version, Bytes(new NumberSequenceEnumerator([new("1", 5, 9)]).Write))).Write,
    };

    public static TheoryData<string> Dumps => [.. Page.Dumps];

    [Theory]
    [MemberData(nameof(Dumps))]
    public void A_dump_shows_what_the_code_writes(string dump) => Page.Dump(dump).Should().Equal(Bytes(Written[dump]));

    private static byte[] Bytes(Action<JavaDataWriter> write)
    {
        var writer = new JavaDataWriter();
        write(writer);
        return writer.ToArray();
    }
}

using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Metadata;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Docs;

public sealed class MetadataPageTests
{
    private static readonly FormatPage Page = new("metadata.md");

    private static readonly string Text = File.ReadAllText(Path.Combine(Fixtures.Root, "..", "..", "docs", "format", "metadata.md"));

    private static readonly InlineStreamHandle Inline = new("n", new byte[] { 0xCA, 0xFE });

    private static readonly Dictionary<string, Func<byte[]>> Real = new(StringComparer.Ordinal)
    {
        ["start-of-version-6"] = () => StartOf("2.2", "avro-native-hashmap"),
        ["finished-subtask"] = FinishedSubtask,
        ["streams"] = Streams,
        ["canonical-handle"] = CanonicalHandle,
        ["null-properties"] = () => CheckpointPropertiesTail.Null.ToArray(),
    };

    public static TheoryData<string> Dumps => [.. Page.Dumps];

    [Theory]
    [MemberData(nameof(Dumps))]
    public void A_dump_shows_bytes_that_exist(string dump) => Page.Dump(dump).Should().Equal(Real[dump]());

    [Fact]
    public void The_page_lists_every_version_and_every_tag()
    {
        foreach (var layout in MetadataLayout.Known.Values)
        {
            Text.Should().Contain($"| {layout.Version} | {layout.WrittenBy} |");
        }

        foreach (var tag in StreamHandleCodecs.Table.Codecs.Select(codec => codec.Tag).Concat(KeyedStateHandleCodecs.Table.Codecs.Select(codec => codec.Tag)))
        {
            Text.Should().Contain($"\n| {tag} | `");
        }
    }

    private static byte[] StartOf(string flink, string name) =>
        File.ReadAllBytes(GoldenCase.Load(flink, name).MetadataPath)[..Page.Dump("start-of-version-6").Length];

    private static byte[] FinishedSubtask()
    {
        var state = new OperatorState
        {
            Id = OperatorIds.FromUid("proc"),
            Parallelism = 2,
            MaxParallelism = 128,
            Subtasks = [new SubtaskState { Index = 0, Finished = true }, new SubtaskState { Index = 1 }],
        };
        return Written(writer => OperatorStateCodec.Write(writer, state, MetadataLayout.Of(4)))[(OperatorStateCodec.SmallestSize - sizeof(int))..];
    }

    private static byte[] Streams() => Written(writer =>
    {
        StreamHandleCodecs.Write(writer, Inline);
        StreamHandleCodecs.Write(writer, new FileStreamHandle("file:/f", 7));
        StreamHandleCodecs.Write(writer, new RelativeFileStreamHandle("f", 7));
        StreamHandleCodecs.Write(writer, new SegmentStreamHandle(9, 7, 1, "file:/f", "id"));
        StreamHandleCodecs.Write(writer, new EmptySegmentStreamHandle());
    });

    private static byte[] CanonicalHandle() => Written(writer => KeyedStateHandleCodecs.Write(
        writer, new KeyGroupsHandle(KeyGroupsFormat.Savepoint, new KeyGroupRange(3, 4), [90, 0], Inline)));

    private static byte[] Written(Action<JavaDataWriter> write)
    {
        var writer = new JavaDataWriter();
        write(writer);
        return writer.ToArray();
    }
}

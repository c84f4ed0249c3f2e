using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Tests.Compression;
using SavepointCli.Format.Tests.KeyedState;

namespace SavepointCli.Format.Tests.Docs;

public sealed class KeyedStatePageTests
{
    private static readonly FormatPage Page = new("keyed-state.md");

    private static readonly Dictionary<string, Func<byte[]>> Written = new(StringComparer.Ordinal)
    {
        ["header"] = Header,
        ["canonical"] = CanonicalKeyGroup,
        ["ambiguous-key"] = AmbiguousKey,
        ["heap"] = () => HeapStreamTests.FirstKeyGroup(),
        ["snappy"] = () => SnappyFramingTests.Frame("hello"u8.ToArray()),
    };

    public static TheoryData<string> Dumps => [.. Page.Dumps];

    [Theory]
    [MemberData(nameof(Dumps))]
    public void A_dump_shows_what_the_code_writes(string dump) => Page.Dump(dump).Should().Equal(Written[dump]());

    private static byte[] Header()
    {
        var writer = new JavaDataWriter();
        (ProcSavepoint.Header with { States = [ProcSavepoint.Header.States[0]] }).Write(writer);
        return writer.ToArray();
    }

    private static byte[] CanonicalKeyGroup()
    {
        var stream = new MemoryStream();
        var keyGroup = ProcSavepoint.KeyGroupOf(1);
        KeyGroupsHandle handle = ProcSavepoint.Write(stream, new KeyGroupRange(keyGroup, keyGroup));
        return stream.ToArray()[(int)handle.OffsetOf(keyGroup)..];
    }

    private static byte[] AmbiguousKey()
    {
        var writer = new JavaDataWriter();
        var layout = new KeyLayout(128, BasicSerializers.String, BasicSerializers.String);
        var start = layout.Begin(writer, 7);
        BasicSerializers.String.Write(writer, "k5");
        start = layout.EndPart(writer, start);
        BasicSerializers.String.Write(writer, "w");
        layout.EndPart(writer, start);
        writer.WriteInt32(1);
        return writer.ToArray();
    }
}

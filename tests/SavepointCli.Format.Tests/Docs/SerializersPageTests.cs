using System.Text.RegularExpressions;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Pojo;
using SavepointCli.Format.Tests.Serializers;
using SavepointCli.Format.Values;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Docs;

public sealed partial class SerializersPageTests
{
    private static readonly FormatPage Page = new("serializers.md");

    private static readonly Dictionary<string, Func<byte[]>> Written = new(StringComparer.Ordinal)
    {
        ["pojo-snapshot"] = () => SerializerSnapshots.ToBytes(PojoSerializer.Of("A", new PojoField("n", BasicSerializers.Int)).Snapshot),
        ["strings"] = () => Write(BasicSerializers.String, [null, "", "a", "ż", "😀"]),
        ["row"] = () => Write(
            RowSerializer.Of(BasicSerializers.String, BasicSerializers.Int, BasicSerializers.Long), [new FlinkRow(RowKind.Delete, "a", null, 3L)]),
        ["kryo-list"] = KryoList,
        ["binary-rows"] = () => [.. SerializerVectors.Values.Where(row => row.Name == "RowData<BIGINT,STRING>").SelectMany(row => row.Bytes)],
    };

    public static TheoryData<string> Dumps => [.. Page.Dumps];

    [Theory]
    [MemberData(nameof(Dumps))]
    public void A_dump_shows_bytes_that_the_code_reads_and_writes(string dump) => Page.Dump(dump).Should().Equal(Written[dump]());

    [Fact]
    public void The_tables_list_exactly_the_classes_that_are_known()
    {
        var listed = Rows().Select(row => (row.Class, row.Type));

        listed.Should().BeEquivalentTo(SerializerSnapshots.ByClassName.Values.Select(known => (known.ClassName, known.TypeName)));
    }

    [Fact]
    public void The_tables_give_the_length_of_values()
    {
        foreach (var (className, _, length) in Rows().Where(row => row.Length is "-" || int.TryParse(row.Length, out _)))
        {
            foreach (var vector in SerializerVectors.Snapshots.Where(vector => vector.Text == className))
            {
                var expected = length == "-" ? TypeSerializer.VariableLength : int.Parse(length, System.Globalization.CultureInfo.InvariantCulture);
                vector.Length.Should().Be(expected, className);
            }
        }
    }

    private static IEnumerable<(string Class, string Type, string Length)> Rows()
    {
        var package = "";
        foreach (var line in File.ReadLines(Path.Combine(Fixtures.Root, "..", "..", "docs", "format", "serializers.md")))
        {
            if (PackageHeading().Match(line) is { Success: true } heading)
            {
                package = heading.Groups[1].Value;
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                package = "";
            }
            else if (package.Length > 0 && line.StartsWith("| `", StringComparison.Ordinal))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                yield return (package + cells[1].Trim('`'), cells[2], cells[4]);
            }
        }
    }

    private static byte[] Write<T>(TypeSerializer<T> serializer, T[] values)
    {
        var writer = new JavaDataWriter();
        foreach (var value in values)
        {
            serializer.Write(writer, value);
        }

        return writer.ToArray();
    }

    private static byte[] KryoList()
    {
        var bytes = Page.Dump("kryo-list");
        var serializer = SerializerVectors.Read(SerializerVectors.Snapshots.Single(row => row.Name == "Kryo G")).RestoreSerializer(KryoVersion.Kryo2);
        var reader = new JavaDataReader(bytes);
        var stored = (StoredValue)serializer.ReadObject(ref reader)!;
        stored.Value.Should().BeEquivalentTo(new List<object?> { "t3", "ü13" });
        return stored.Bytes.ToArray();
    }

    [GeneratedRegex("^### `(.*)`$")]
    private static partial Regex PackageHeading();
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class SnapshotVersionTests
{
    private const string LongSnapshot = "org.apache.flink.api.common.typeutils.base.LongSerializer$LongSerializerSnapshot";
    private const string RowSnapshot = "org.apache.flink.api.java.typeutils.runtime.RowSerializer$RowSerializerSnapshot";
    private const int MagicOfComposite = 911108;

    [Fact]
    public void A_simple_snapshot_of_Flink_1_7_names_its_serializer()
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, LongSnapshot);
        writer.WriteInt32(2);
        ModifiedUtf8.Write(writer, "org.apache.flink.api.common.typeutils.base.LongSerializer");

        Restored(writer).FixedLength.Should().Be(sizeof(long));
    }

    [Fact]
    public void A_composite_snapshot_of_Flink_1_7_has_no_magic_number()
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "org.apache.flink.api.common.typeutils.base.ListSerializerSnapshot");
        writer.WriteInt32(1);
        WriteNested(writer, 1);

        Read(Restored(writer), "00000001" + "0000000000000007").Should().BeEquivalentTo(new List<object?> { 7L });
    }

    [Theory]
    [InlineData(2, null, "40" + "0000000000000007", RowKind.Insert)]
    [InlineData(3, null, "50" + "0000000000000007", RowKind.UpdateAfter)]
    [InlineData(4, true, "50" + "0000000000000007", RowKind.UpdateAfter)]
    [InlineData(4, false, "40" + "0000000000000007", RowKind.Insert)]
    public void Rows_have_a_kind_since_Flink_1_11(int outerVersion, bool? flag, string hex, RowKind kind)
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, RowSnapshot);
        writer.WriteInt32(3);
        writer.WriteInt32(MagicOfComposite);
        writer.WriteInt32(outerVersion);
        if (flag is { } supportsKind)
        {
            writer.WriteBoolean(supportsKind);
        }

        WriteNested(writer, 2);

        Read(Restored(writer), hex).Should().Be(new FlinkRow(kind, 7L, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_version_of_an_Avro_snapshot_is_read(int version)
    {
        const string Schema = """{"type":"record","name":"A","namespace":"n","fields":[{"name":"u","type":["null","long",{"type":"array","items":"A"}]}]}""";
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot");
        writer.WriteInt32(version);
        WriteTexts(writer, version, version == 1 ? [Schema] : ["org.apache.avro.generic.GenericRecord", Schema]);

        var serializer = Restored(writer);

        serializer.Snapshot.Describe().Should().Be("Avro record n.A { u: null | long | array<n.A> }");
        var record = (AvroRecord)Read(serializer, "00000002" + "02" + "00000000" + "00000001" + "0000000000000009" + "00")!;
        record["u"].Should().BeEquivalentTo(new List<object?>
        {
            new AvroRecord(new NamedFields("n.A", ["u"]), [null]),
            new AvroRecord(new NamedFields("n.A", ["u"]), 9L),
        });
    }

    [Fact]
    public void An_Avro_record_without_content_is_no_way_to_fill_the_memory()
    {
        var fields = string.Join(",", Enumerable.Range(0, 20).Select(level => $$"""{"name":"f{{level}}","type":"null"}"""));
        var schema = $$"""{"type":"record","name":"R0","fields":[{{fields}}]}""";
        for (var level = 1; level < 15; level++)
        {
            schema = $$"""{"type":"record","name":"R{{level}}","fields":[{"name":"a","type":{{schema}}},{"name":"b","type":"R{{level - 1}}"}]}""";
        }

        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "org.apache.flink.formats.avro.typeutils.AvroSerializerSnapshot");
        writer.WriteInt32(1);
        ModifiedUtf8.Write(writer, schema);
        var serializer = Restored(writer);

        Assert.Throws<SavepointFormatException>(() => Read(serializer, "")).Message.Should().Contain("without end");
    }

    private static void WriteTexts(JavaDataWriter writer, int version, string[] texts)
    {
        foreach (var text in texts)
        {
            if (version == 3)
            {
                BasicSerializers.String.Write(writer, text);
            }
            else
            {
                ModifiedUtf8.Write(writer, text);
            }
        }
    }

    private static void WriteNested(JavaDataWriter writer, int count)
    {
        writer.WriteInt32(1333245);
        writer.WriteInt32(1);
        writer.WriteInt32(count);
        for (var i = 0; i < count; i++)
        {
            ModifiedUtf8.Write(writer, LongSnapshot);
            writer.WriteInt32(3);
        }
    }

    private static TypeSerializer Restored(JavaDataWriter writer)
    {
        var reader = new JavaDataReader(writer.WrittenSpan);
        var snapshot = SerializerSnapshots.Read(ref reader);
        reader.Remaining.Should().Be(0);
        SerializerSnapshots.ToBytes(snapshot).Should().Equal(writer.ToArray());
        return snapshot.RestoreSerializer();
    }

    private static object? Read(TypeSerializer serializer, string hex)
    {
        var reader = new JavaDataReader(Convert.FromHexString(hex));
        var value = serializer.ReadObject(ref reader);
        reader.Remaining.Should().Be(0);
        reader.Seek(0);
        serializer.Skip(ref reader);
        reader.Remaining.Should().Be(0);
        var writer = new JavaDataWriter();
        serializer.WriteObject(writer, value);
        Convert.ToHexStringLower(writer.WrittenSpan).Should().Be(hex);
        return value;
    }
}

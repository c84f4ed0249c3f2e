using SavepointCli.Format.Java;
using SavepointCli.Format.Tests.Serializers;

namespace SavepointCli.Format.Tests.Java;

public sealed class JavaObjectStreamTests
{
    public static TheoryData<int, string> LogicalTypes() => Rows("logicaltype-java");

    public static TheoryData<int, string> CheckpointProperties() => Rows("checkpointproperties-java");

    [Theory]
    [MemberData(nameof(LogicalTypes))]
    public void A_type_of_SQL_is_read_to_its_end(int index, string sql)
    {
        var reader = new JavaDataReader(SerializerVectors.All[index].Bytes);

        var type = SavepointCli.Format.Serializers.Table.LogicalTypes.Read(ref reader);

        type.Type.ToString().Should().Be(sql);
        reader.Remaining.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(CheckpointProperties))]
    public void Checkpoint_properties_are_read_to_their_end(int index, string name)
    {
        var reader = new JavaDataReader(SerializerVectors.All[index].Bytes);

        var content = JavaObjectStream.Read(ref reader);

        reader.Remaining.Should().Be(0);
        if (name == "null")
        {
            content.Should().BeNull();
        }
        else
        {
            var properties = content.Should().BeOfType<JavaObject>().Subject;
            properties.ClassName.Should().Be("org.apache.flink.runtime.checkpoint.CheckpointProperties");
            properties["checkpointType"].Should().BeOfType<JavaObject>();
            properties["discardFailed"].Should().BeOfType<bool>();
        }
    }

    [Fact]
    public void A_class_that_extends_itself_is_a_fault()
    {
        byte[] stream =
        [
            0xAC, 0xED, 0, 5, 0x73, 0x72, 0, 1, (byte)'A', 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0x78,
            0x71, 0, 0x7E, 0, 0,
        ];

        Assert.Throws<SavepointFormatException>(() => Read(stream)).Message.Should().Contain("superclasses");
    }

    [Fact]
    public void Objects_nested_too_deeply_are_a_fault()
    {
        byte[] array = [0x75, 0x72, 0, 19, .. "[Ljava.lang.Object;"u8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0x78, 0x70, 0, 0, 0, 1];
        byte[] inner = [0x75, 0x71, 0, 0x7E, 0, 0, 0, 0, 0, 1];
        byte[] stream = [0xAC, 0xED, 0, 5, .. array, .. Enumerable.Repeat(inner, 1000).SelectMany(bytes => bytes), 0x70];

        Assert.Throws<SavepointFormatException>(() => Read(stream)).Message.Should().Contain("levels deep");
    }

    [Fact]
    public void An_object_whose_end_only_its_class_knows_is_not_supported()
    {
        byte[] stream = [0xAC, 0xED, 0, 5, 0x73, 0x72, 0, 1, (byte)'A', 0, 0, 0, 0, 0, 0, 0, 1, 4, 0, 0, 0x78, 0x70, 1, 2, 3];

        Assert.Throws<SavepointFormatException>(() => Read(stream)).ExitCode.Should().Be(ExitCode.Unsupported);
    }

    private static object? Read(byte[] stream)
    {
        var reader = new JavaDataReader(stream);
        return JavaObjectStream.Read(ref reader);
    }

    private static TheoryData<int, string> Rows(string kind)
    {
        var data = new TheoryData<int, string>();
        foreach (var vector in SerializerVectors.All.Where(vector => vector.Kind == kind))
        {
            data.Add(vector.Index, vector.Name);
        }

        return data;
    }
}

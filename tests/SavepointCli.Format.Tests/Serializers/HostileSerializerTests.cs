using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class HostileSerializerTests
{
    public static TheoryData<int, string> AllRows()
    {
        var data = new TheoryData<int, string>();
        foreach (var vector in SerializerVectors.Snapshots.Concat(SerializerVectors.Values))
        {
            data.Add(vector.Index, vector.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(AllRows))]
    public void Bytes_cut_off_anywhere_are_a_fault_that_names_its_offset(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var bytes = BytesOf(row);

        for (var length = 0; length < bytes.Length; length++)
        {
            var fault = Assert.ThrowsAny<SavepointException>(() => Read(row, bytes[..length]));
            fault.Message.Should().Contain(" @ ", $"{name} cut off behind {length} bytes");
        }
    }

    [Theory]
    [MemberData(nameof(AllRows))]
    public void Flipped_bits_give_another_value_or_a_fault_but_never_a_crash(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var bytes = BytesOf(row);
        const int MostFlips = 2000;

        // Every bit of short rows, one bit of every few bytes of long ones; an odd step visits all eight positions.
        var step = bytes.Length * 8 > MostFlips ? bytes.Length * 8 / MostFlips | 1 : 1;
        for (var bit = 0; bit < bytes.Length * 8; bit += step)
        {
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            ReadTolerantly(row, bytes, name);
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Fact]
    public void A_count_of_elements_that_cannot_be_there_costs_no_memory()
    {
        var serializer = ListSerializer.Of(ListSerializer.Of(BasicSerializers.String));
        byte[] bytes = [0x7F, 0xFF, 0xFF, 0xFF, 1, 2, 3, 4];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<SavepointFormatException>(() => ReadWith(serializer, bytes));

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000);
    }

    [Fact]
    public void Snapshots_nested_too_deeply_are_a_fault()
    {
        TypeSerializer serializer = BasicSerializers.Long;
        for (var depth = 0; depth < JavaDataReader.MaxDepth; depth++)
        {
            serializer = NullFlaggedListSerializer.SetOf(serializer);
        }

        var bytes = SerializerSnapshots.ToBytes(serializer.Snapshot);

        Assert.Throws<SavepointFormatException>(() => ReadSnapshot(bytes)).Message.Should().Contain("levels deep");
    }

    [Fact]
    public void An_unknown_snapshot_class_is_named_with_its_offset()
    {
        var writer = new JavaDataWriter();
        writer.WriteInt32(2);
        ModifiedUtf8.Write(writer, "com.example.OurSerializerSnapshot");
        writer.WriteInt32(1);

        var fault = Assert.Throws<SavepointFormatException>(() =>
        {
            var reader = new JavaDataReader(writer.WrittenSpan, new DataOrigin("state", 100));
            SerializerSnapshots.ReadTopLevel(ref reader);
        });

        fault.ExitCode.Should().Be(ExitCode.Unsupported);
        fault.Message.Should().Contain("com.example.OurSerializerSnapshot").And.Contain("state @ 104");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_version_that_is_not_known_is_no_damage(int version)
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, BasicSerializers.Long.Snapshot.ClassName);
        writer.WriteInt32(version);

        Assert.Throws<SavepointFormatException>(() => ReadSnapshot(writer.ToArray())).ExitCode.Should().Be(ExitCode.Unsupported);
    }

    private static byte[] BytesOf(SerializerVector row) => row.Kind == "snapshot" ? SerializerVectors.SnapshotBytes(row) : [.. row.Bytes];

    private static void Read(SerializerVector row, byte[] bytes)
    {
        if (row.Kind == "snapshot")
        {
            ReadSnapshot(bytes);
        }
        else
        {
            ReadWith(SerializerVectors.SerializerOf(row), bytes);
        }
    }

    private static void ReadTolerantly(SerializerVector row, byte[] bytes, string name)
    {
        try
        {
            Read(row, bytes);
        }
        catch (SavepointException fault)
        {
            fault.Message.Should().NotBeEmpty(name);
        }
    }

    private static void ReadSnapshot(byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        var snapshot = SerializerSnapshots.Read(ref reader);
        snapshot.RestoreSerializer(KryoVersion.Kryo2);
        snapshot.Describe();
    }

    private static void ReadWith(TypeSerializer serializer, byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        serializer.ReadObject(ref reader);
        reader.Seek(0);
        serializer.Skip(ref reader);
    }
}

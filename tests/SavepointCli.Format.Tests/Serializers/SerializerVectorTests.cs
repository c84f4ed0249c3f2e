using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.Tests.Serializers;

public sealed class SerializerVectorTests
{
    public static TheoryData<int, string> SnapshotRows() => Rows(SerializerVectors.Snapshots);

    public static TheoryData<int, string> ValueRows() => Rows(SerializerVectors.Values);

    [Theory]
    [MemberData(nameof(SnapshotRows))]
    public void A_snapshot_is_written_back_byte_for_byte(int index, string name)
    {
        var row = SerializerVectors.All[index];

        var snapshot = SerializerVectors.Read(row);

        SerializerSnapshots.ToBytes(snapshot).Should().Equal(SerializerVectors.SnapshotBytes(row), name);
        snapshot.Describe().Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SnapshotRows))]
    public void A_restored_serializer_has_the_length_of_Flinks_and_keeps_its_snapshot(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var snapshot = SerializerVectors.Read(row);

        var serializer = snapshot.RestoreSerializer();

        serializer.FixedLength.Should().Be(row.Length, name);
        serializer.Snapshot.Should().Be(snapshot);
    }

    [Theory]
    [MemberData(nameof(ValueRows))]
    public void A_value_is_read_to_its_end_and_written_back_byte_for_byte(int index, string name)
    {
        var row = SerializerVectors.All[index];
        var serializer = SerializerVectors.SerializerOf(row);
        var reader = new JavaDataReader(row.Bytes);
        var writer = new JavaDataWriter();

        var value = serializer.ReadDelimited(ref reader);
        serializer.WriteDelimited(writer, value);

        reader.Remaining.Should().Be(0, name);
        writer.ToArray().Should().Equal(row.Bytes);
    }

    private static TheoryData<int, string> Rows(IEnumerable<SerializerVector> vectors)
    {
        var data = new TheoryData<int, string>();
        foreach (var vector in vectors)
        {
            data.Add(vector.Index, vector.Name);
        }

        return data;
    }
}

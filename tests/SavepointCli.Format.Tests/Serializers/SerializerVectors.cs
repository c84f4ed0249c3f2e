using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Serializers;

/// <summary>The vectors that real Flink classes produced, see <c>tests/Fixtures/README.md</c>.</summary>
internal static class SerializerVectors
{
    public static IReadOnlyList<SerializerVector> All { get; } =
    [
        .. File.ReadLines(Fixtures.PathOf("serializer-vectors.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select((line, index) => Parse(line, index)),
    ];

    public static IEnumerable<SerializerVector> Snapshots => All.Where(vector => vector.Kind == "snapshot");

    public static IEnumerable<SerializerVector> Values => All.Where(vector => vector.Kind == "value");

    /// <summary>The snapshot row that belongs to a value row: the nearest above with the same name.</summary>
    public static TypeSerializer SerializerOf(SerializerVector value)
    {
        var row = Snapshots.Last(snapshot => snapshot.Name == value.Name && snapshot.Index < value.Index);
        return Read(row).RestoreSerializer(KryoVersion.Kryo5);
    }

    public static SerializerSnapshot Read(SerializerVector row)
    {
        var bytes = SnapshotBytes(row);
        var reader = new JavaDataReader(bytes);
        var snapshot = SerializerSnapshots.Read(ref reader);
        reader.Remaining.Should().Be(0, row.Name);
        return snapshot;
    }

    public static byte[] SnapshotBytes(SerializerVector row)
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, row.Text);
        writer.WriteInt32(row.Version);
        writer.WriteBytes(row.Bytes);
        return writer.ToArray();
    }

    private static SerializerVector Parse(string line, int index)
    {
        var columns = line.Split('\t');
        _ = int.TryParse(columns[2].Replace("len=", "", StringComparison.Ordinal), out var length);
        _ = int.TryParse(columns[4], out var version);
        return new SerializerVector(index, columns[0], columns[1], length, columns[3], version, Convert.FromHexString(columns[5]));
    }
}

using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Testing;

namespace SavepointCli.Fuzz;

/// <summary>Valid inputs by real Flink, taken from the fixtures of the tests: small ones, because most of a large one is never reached.</summary>
internal static class SeedCorpus
{
    private const int LargestStream = 16 * 1024;
    private const int ValueColumns = 6;

    /// <summary>One metadata file per release and kind of handle.</summary>
    public static IReadOnlyList<byte[]> Metadata { get; } =
    [
        .. GoldenCase.All.Select(found => File.ReadAllBytes(found.MetadataPath)).Where(bytes => bytes.Length < 8 * LargestStream),
        Fixtures.ReadHex("writer-golden.hex"),
    ];

    /// <summary>Streams of keyed state that lie inline in metadata.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, KeyGroupsHandle Handle)> KeyedStreams =>
        from found in Snapshots()
        from subtask in found.Metadata.Operators.SelectMany(op => op.Subtasks)
        let handle = subtask.ManagedKeyedState as KeyGroupsHandle
        where handle is not null
        let stream = handle.Stream as InlineStreamHandle
        where stream is not null && stream.Data.Length < LargestStream && subtask.Index == 0
        select ($"{found.Name}-{stream.Data.Length}", stream.Data.ToArray(), handle);

    /// <summary>Streams of operator state that lie inline in metadata.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, OperatorStateHandle Handle)> OperatorStreams =>
        from found in Snapshots().Take(4)
        from subtask in found.Metadata.Operators.SelectMany(op => op.Subtasks)
        let handle = subtask.ManagedOperatorState
        where handle is not null
        let stream = handle.Stream as InlineStreamHandle
        where stream is not null && stream.Data.Length < LargestStream && subtask.Index == 0
        select ($"{found.Name}-{stream.Data.Length}", stream.Data.ToArray(), handle);

    /// <summary>Snapshots of serializers: class name, version, payload.</summary>
    public static IReadOnlyList<byte[]> SerializerSnapshots { get; } = [.. SnapshotRows().Select(row => row.Bytes)];

    /// <summary>Values beside the serializer that reads them.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<byte[]> Values, TypeSerializer Serializer)> ValuesBySnapshot =>
        from row in SnapshotRows()
        join value in Rows("value") on row.Name equals value[1] into values
        let bytes = values.Select(value => Convert.FromHexString(value[ValueColumns - 1])).Where(value => value.Length > 0).ToArray()
        where bytes.Length > 0
        select (row.Name, (IReadOnlyList<byte[]>)bytes, Restore(row.Bytes));

    private static IEnumerable<(string Name, SnapshotMetadata Metadata)> Snapshots() =>
        GoldenCase.All
            .Where(found => found.Name.Contains("inline", StringComparison.Ordinal) || found.Name.Contains("compressed", StringComparison.Ordinal))
            .Select(found => ($"{found.Flink}-{found.Name}", SnapshotMetadataCodec.Read(File.ReadAllBytes(found.MetadataPath), found.Name)))
            .Append(("writer-golden", SnapshotMetadataCodec.Read(Fixtures.ReadHex("writer-golden.hex"), "writer-golden")));

    private static IEnumerable<(string Name, byte[] Bytes)> SnapshotRows()
    {
        foreach (var row in Rows("snapshot"))
        {
            var writer = new JavaDataWriter();
            ModifiedUtf8.Write(writer, row[3]);
            writer.WriteInt32(int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteBytes(Convert.FromHexString(row[5]));
            yield return (row[1], writer.ToArray());
        }
    }

    private static IEnumerable<string[]> Rows(string kind) =>
        File.ReadLines(Fixtures.PathOf("serializer-vectors.tsv"))
            .Select(line => line.Split('\t'))
            .Where(columns => columns.Length == ValueColumns && columns[0] == kind);

    private static TypeSerializer Restore(byte[] snapshot)
    {
        var reader = new JavaDataReader(snapshot);
        return Format.Serializers.SerializerSnapshots.Read(ref reader).RestoreSerializer();
    }
}

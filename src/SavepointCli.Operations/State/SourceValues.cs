using SavepointCli.Format;
using SavepointCli.Format.Coordinators;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// What sources and their coordinators remember, as objects with named fields; a source that is not known as its version and bytes.
/// </summary>
internal static class SourceValues
{
    private static readonly NamedFields NumberSplit = new("NumberSequenceSplit", ["splitId", "from", "to"]);
    private static readonly NamedFields NumberEnumerator = new("NumberSequenceEnumerator", ["source", "unassigned"]);
    private static readonly NamedFields FileSplit = new(
        "FileSourceSplit", ["splitId", "path", "offset", "length", "modificationTime", "fileSize", "hosts", "position"]);
    private static readonly NamedFields FilePosition = new("FileSourcePosition", ["offset", "recordsAfterOffset"]);
    private static readonly NamedFields FileEnumerator = new("FileSourceEnumerator", ["source", "pending", "processed"]);
    private static readonly NamedFields KafkaSplit = new("KafkaPartitionSplit", ["topic", "partition", "startingOffset", "stoppingOffset"]);
    private static readonly NamedFields KafkaPartitionFields = new("KafkaPartition", ["topic", "partition", "assigned"]);
    private static readonly NamedFields KafkaEnumeratorFields = new("KafkaEnumerator", ["source", "partitions", "initialDiscoveryFinished"]);
    private static readonly NamedFields KafkaReader = new("KafkaAssignment", ["subtask", "splits"]);
    private static readonly NamedFields KafkaReaders = new("KafkaAssignments", ["source", "assignments"]);
    private static readonly NamedFields Versioned = new("VersionedBytes", ["version", "bytes"]);

    /// <summary>The state of a coordinator: that of a source in its form, any other as its bytes.</summary>
    public static object OfCoordinator(byte[] bytes)
    {
        try
        {
            var enumerator = SourceCoordinatorState.Read(bytes).Enumerator;
            return EnumeratorStates.TryRead(enumerator) is { } known ? OfEnumerator(known) : Of(enumerator);
        }
        catch (SavepointFormatException)
        {
            // Coordinators store what they like; only sources share a form.
            return bytes;
        }
    }

    /// <summary>An element of a source reader's state; null if it holds no split.</summary>
    public static object? OfReaderElement(byte[] element)
    {
        try
        {
            var reader = new JavaDataReader(element);
            var split = VersionedBytes.Read(ref reader);
            return reader.Remaining > 0 ? null : SplitStates.TryRead(split) is { } known ? OfSplit(known) : Of(split);
        }
        catch (SavepointFormatException)
        {
            return null;
        }
    }

    private static FlinkPojo OfEnumerator(object enumerator) => enumerator switch
    {
        NumberSequenceEnumerator numbers => new FlinkPojo(NumberEnumerator, "number-sequence", ListOf(numbers.Unassigned, OfSplit)),
        FileSourceEnumerator files => new FlinkPojo(FileEnumerator, "file", ListOf(files.Pending, OfSplit), ListOf(files.Processed, path => path)),
        KafkaEnumerator kafka => new FlinkPojo(
            KafkaEnumeratorFields,
            "kafka",
            ListOf(kafka.Partitions, partition => new FlinkPojo(KafkaPartitionFields, partition.Topic, partition.Partition, partition.Status == KafkaPartition.Assigned)),
            kafka.InitialDiscoveryFinished),
        KafkaAssignments kafka => new FlinkPojo(
            KafkaReaders, "kafka", ListOf(kafka.Readers, reader => new FlinkPojo(KafkaReader, reader.Subtask, ListOf(reader.Splits, OfSplit)))),
        _ => throw new ArgumentException($"no form for {enumerator.GetType().Name}", nameof(enumerator)),
    };

    private static FlinkPojo OfSplit(object split) => split switch
    {
        NumberSequenceSplit numbers => new FlinkPojo(NumberSplit, numbers.SplitId, numbers.From, numbers.To),
        FileSourceSplit file => new FlinkPojo(
            FileSplit,
            file.SplitId,
            file.Path is { } path ? TextOf(path) : null,
            file.Offset,
            file.Length,
            file.ModificationTime,
            file.FileSize,
            ListOf(file.Hosts, host => host),
            file.Position is { } position ? new FlinkPojo(FilePosition, position.Offset, position.RecordsAfterOffset) : null),
        KafkaPartitionSplit kafka => new FlinkPojo(
            KafkaSplit, kafka.Topic, kafka.Partition, kafka.StartingOffset, kafka.StoppingOffset == KafkaPartitionSplit.NoStop ? null : kafka.StoppingOffset),
        _ => throw new ArgumentException($"no form for {split.GetType().Name}", nameof(split)),
    };

    private static FlinkPojo Of(VersionedBytes bytes) => new(Versioned, bytes.Version, bytes.Bytes.ToArray());

    private static List<object?> ListOf<T>(IEnumerable<T> items, Func<T, object?> value) => [.. items.Select(value)];

    private static string TextOf(FilePathParts path)
    {
        var authority = path.Host is null ? "" : $"//{(path.UserInfo is null ? "" : path.UserInfo + "@")}{path.Host}{(path.Port < 0 ? "" : $":{path.Port}")}";
        return $"{(path.Scheme is null ? "" : path.Scheme + ":")}{authority}{path.Path}";
    }
}

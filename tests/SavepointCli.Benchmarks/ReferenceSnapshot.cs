using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Metadata;

namespace SavepointCli.Benchmarks;

/// <summary>Snapshots to measure whole commands with, written by the writers that the embedded cluster uses.</summary>
internal static class ReferenceSnapshot
{
    private const int MetadataVersion = 4;
    private static readonly byte[] NoProperties = [0xAC, 0xED, 0x00, 0x05, 0x70];

    /// <summary>One operator with one subtask that holds the <see cref="ReferenceState"/>.</summary>
    /// <param name="directory">Where to write it; created.</param>
    /// <param name="keys">Number of keys.</param>
    /// <param name="textLength">Characters of each text.</param>
    public static void Write(string directory, int keys, int textLength)
    {
        Directory.CreateDirectory(directory);
        KeyGroupsHandle handle;
        using (var file = new FileStream(Path.Combine(directory, "state"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 20))
        {
            handle = new ReferenceState(keys, textLength).WriteTo(file);
        }

        WriteMetadata(directory, [OperatorOf("reference", parallelism: 1, [new SubtaskState { Index = 0, ManagedKeyedState = handle }])]);
    }

    /// <summary>Many operators with many subtasks, each with a state file of its own of a few bytes.</summary>
    /// <param name="directory">Where to write it; created.</param>
    /// <param name="operators">Number of operators.</param>
    /// <param name="subtasks">Subtasks of each.</param>
    public static void WriteWide(string directory, int operators, int subtasks)
    {
        Directory.CreateDirectory(directory);
        var state = new ReferenceState(keys: 1000);
        var described = new List<OperatorState>();
        for (var number = 0; number < operators; number++)
        {
            described.Add(OperatorOf($"operator-{number}", subtasks, Enumerable.Range(0, subtasks).Select(subtask => WriteSubtask(directory, state, number, subtask, subtasks))));
        }

        WriteMetadata(directory, described);
    }

    private static SubtaskState WriteSubtask(string directory, ReferenceState state, int number, int subtask, int subtasks)
    {
        var name = $"{number}-{subtask}";
        using var file = new FileStream(Path.Combine(directory, name), FileMode.Create, FileAccess.Write);
        var range = KeyGroups.RangeOf(subtask, ReferenceState.MaxParallelism, subtasks);
        var handle = state.WriteTo(file, range);
        return new SubtaskState { Index = subtask, ManagedKeyedState = handle with { Stream = new RelativeFileStreamHandle(name, handle.Stream!.Size) } };
    }

    private static OperatorState OperatorOf(string uid, int parallelism, IEnumerable<SubtaskState> subtasks) => new()
    {
        Id = OperatorIds.FromUid(uid),
        Parallelism = parallelism,
        MaxParallelism = ReferenceState.MaxParallelism,
        Subtasks = [.. subtasks],
    };

    private static void WriteMetadata(string directory, IEnumerable<OperatorState> operators) => File.WriteAllBytes(
        Path.Combine(directory, "_metadata"), SnapshotMetadataCodec.ToBytes(new SnapshotMetadata(MetadataVersion, 1, [], [.. operators], NoProperties)));
}

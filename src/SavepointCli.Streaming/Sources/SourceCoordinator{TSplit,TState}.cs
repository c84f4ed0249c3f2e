using System.Buffers.Binary;

namespace SavepointCli.Streaming.Sources;

/// <summary>
/// State: version of the coordinator, version of the enumerator's serializer, length and bytes of the enumerator's state
/// (<c>docs/format/coordinators.md</c>).
/// </summary>
internal sealed class SourceCoordinator<TSplit, TState>(
    ISourceCoordinatorContext context,
    Func<ISplitEnumeratorContext<TSplit>, SplitEnumerator<TSplit, TState>> create,
    Func<ISplitEnumeratorContext<TSplit>, TState, SplitEnumerator<TSplit, TState>> restore,
    ISimpleVersionedSerializer<TSplit> splitSerializer,
    ISimpleVersionedSerializer<TState> stateSerializer) : SourceCoordinator, ISplitEnumeratorContext<TSplit>
{
    /// <summary>Written since Flink 1.13.</summary>
    private const int CurrentVersion = 1;

    /// <summary>Written by Flink 1.11 and 1.12: data about assignments follows, which is not needed.</summary>
    private const int VersionWithAssignments = 0;

    private const int HeaderLength = 3 * sizeof(int);

    private SplitEnumerator<TSplit, TState>? _enumerator;

    public int Parallelism => context.Parallelism;

    private SplitEnumerator<TSplit, TState> Enumerator => _enumerator ?? throw new InvalidOperationException("The coordinator was not started.");

    public override void Start(byte[]? restored)
    {
        _enumerator = restored is null ? create(this) : restore(this, ReadState(restored));
        _enumerator.Start();
    }

    public override void HandleReaderRegistration(int subtask) => Enumerator.AddReader(subtask);

    public override void HandleSplitRequest(int subtask) => Enumerator.HandleSplitRequest(subtask);

    public override void NotifyCheckpointComplete(long checkpointId) => Enumerator.NotifyCheckpointComplete(checkpointId);

    public override void Close() => _enumerator?.Close();

    public void AssignSplit(TSplit split, int subtask) =>
        context.SendAddSplits(subtask, [VersionedBytes.Write(splitSerializer, split)]);

    public void SignalNoMoreSplits(int subtask) => context.SendNoMoreSplits(subtask);

    private TState ReadState(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength)
            throw new InvalidDataException($"Source coordinator state of {bytes.Length} bytes is cut off.");
        var version = BinaryPrimitives.ReadInt32BigEndian(bytes);
        if (version is not (CurrentVersion or VersionWithAssignments))
            throw new InvalidDataException($"Source coordinator state has version {version}; known are 0 and 1.");
        var state = VersionedBytes.Read(stateSerializer, bytes[sizeof(int)..], out var length);
        var rest = bytes.Length - sizeof(int) - length;
        if (rest != 0 && version == CurrentVersion)
            throw new InvalidDataException($"Source coordinator state has {rest} bytes too many.");
        return state;
    }

    public override byte[] SnapshotState(long checkpointId)
    {
        var state = VersionedBytes.Write(stateSerializer, Enumerator.SnapshotState(checkpointId));
        var bytes = new byte[sizeof(int) + state.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, CurrentVersion);
        state.CopyTo(bytes, sizeof(int));
        return bytes;
    }
}

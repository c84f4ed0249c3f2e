using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Operators;

/// <summary>Runs a <see cref="SourceReader{T, TSplit}"/>. Mirrors <c>SourceOperator</c>, whose state it shares.</summary>
internal sealed class SourceOperator<T, TSplit>(
    Func<ISourceReaderContext, SourceReader<T, TSplit>> createReader,
    ISimpleVersionedSerializer<TSplit> splitSerializer,
    WatermarkStrategy<T> watermarks) : StreamOperator, ISourceOperator, ISourceReaderContext, IReaderOutput<T>
{
    private const string ReaderStateName = "SourceReaderState";

    private SourceReader<T, TSplit>? _reader;
    private WatermarkGenerator<T>? _watermarks;
    private ListState<byte[]>? _readerState;

    public int SubtaskIndex => Context.SubtaskIndex;

    public int Parallelism => Context.Parallelism;

    public TimeProvider TimeProvider => Context.TimeProvider;

    public CancellationToken Cancellation => Context.Cancellation;

    public Task WhenAvailable => Reader.WhenAvailable;

    private SourceReader<T, TSplit> Reader => _reader ?? throw NotOpen();

    private WatermarkGenerator<T> Watermarks => _watermarks ?? throw NotOpen();

    public override void InitializeState(IStateInitializationContext context)
    {
        _readerState = context.OperatorStateStore.GetListState(
            new ListStateDescriptor<byte[]>(ReaderStateName, Types.Types.Bytes));
    }

    public override void Open()
    {
        _reader = createReader(this);
        _watermarks = new WatermarkGenerator<T>(watermarks, Context, Context.GetOutput<T>());
        TSplit[] restored = [.. _readerState!.Get().Select(ReadSplit)];
        if (restored.Length > 0)
            _reader.AddSplits(restored);
        _watermarks.Open();
        _reader.Start();
    }

    public InputStatus EmitNext() => Reader.PollNext(this);

    public void Collect(T record) => Watermarks.Emit(record, null);

    public void Collect(T record, long timestamp) => Watermarks.Emit(record, timestamp);

    public void EmitMaxWatermark() => Watermarks.Emit(Watermark.Max);

    public void SendSplitRequest() => Context.SendSplitRequest();

    public void HandleAddSplits(IReadOnlyList<byte[]> splits) => Reader.AddSplits([.. splits.Select(ReadSplit)]);

    public void HandleNoMoreSplits() => Reader.NotifyNoMoreSplits();

    public override void SnapshotState(IStateSnapshotContext context) =>
        _readerState!.Update(Reader.SnapshotState(context.CheckpointId).Select(split => VersionedBytes.Write(splitSerializer, split)));

    public override void NotifyCheckpointComplete(long checkpointId) => Reader.NotifyCheckpointComplete(checkpointId);

    public override void Close()
    {
        _watermarks?.Close();
        _reader?.Close();
    }

    private TSplit ReadSplit(byte[] bytes) => VersionedBytes.Read(splitSerializer, bytes, out _);

    private static InvalidOperationException NotOpen() => new("The source is not open.");
}

using SavepointCli.Streaming.Operators;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.Tests.Harness;

namespace SavepointCli.Streaming.Tests.Sources;

/// <summary>A source with its coordinator and all its subtasks, driven by hand.</summary>
internal sealed class SourceRun : ISourceCoordinatorContext
{
    private readonly SourceCoordinator _coordinator;
    private readonly OperatorHarness<long>[] _subtasks;
    private readonly HashSet<int> _finished = [];
    private readonly int[] _answeredRequests;

    public SourceRun(Source<long> source, int parallelism, Snapshot? restored)
    {
        Parallelism = parallelism;
        _coordinator = source.CreateCoordinator(this);
        _coordinator.Start(restored?.Coordinator);
        _answeredRequests = new int[parallelism];
        _subtasks = [.. Enumerable.Range(0, parallelism).Select(subtask => CreateSubtask(source, subtask, restored))];
        for (var subtask = 0; subtask < parallelism; subtask++)
            _coordinator.HandleReaderRegistration(subtask);
    }

    public int Parallelism { get; }

    public IEnumerable<long> Emitted => _subtasks.SelectMany(subtask => subtask.Values);

    public InputStatus Poll(int subtask, int times = 1)
    {
        var status = InputStatus.EndOfInput;
        for (var i = 0; i < times && !_finished.Contains(subtask); i++)
        {
            AnswerRequests(subtask);
            status = Reader(subtask).EmitNext();
            if (status == InputStatus.EndOfInput)
                _finished.Add(subtask);
        }
        return status;
    }

    public void PollToEnd()
    {
        while (_finished.Count < Parallelism)
        {
            for (var subtask = 0; subtask < Parallelism; subtask++)
                Poll(subtask);
        }
    }

    public void Advance(long milliseconds) => Array.ForEach(_subtasks, subtask => subtask.Clock.Advance(milliseconds));

    public Snapshot TakeSnapshot()
    {
        Array.ForEach(_subtasks, subtask => subtask.Snapshot(1));
        return new Snapshot(
            _coordinator.SnapshotState(1), [.. _subtasks.SelectMany(subtask => subtask.State.List<byte[]>("SourceReaderState"))]);
    }

    public void SendAddSplits(int subtask, IReadOnlyList<byte[]> splits) => Reader(subtask).HandleAddSplits(splits);

    public void SendNoMoreSplits(int subtask) => Reader(subtask).HandleNoMoreSplits();

    private ISourceOperator Reader(int subtask) => (ISourceOperator)_subtasks[subtask].Operator;

    private void AnswerRequests(int subtask)
    {
        for (; _answeredRequests[subtask] < _subtasks[subtask].SplitRequests; _answeredRequests[subtask]++)
            _coordinator.HandleSplitRequest(subtask);
    }

    private OperatorHarness<long> CreateSubtask(Source<long> source, int subtask, Snapshot? restored)
    {
        var state = new MemoryOperatorState();
        state.List<byte[]>("SourceReaderState").AddRange((restored?.Splits ?? []).Where((_, i) => i % Parallelism == subtask));
        return OperatorHarness<long>.Of(
            source.CreateOperator(WatermarkStrategy.NoWatermarks<long>()), state, subtask, Parallelism).Open();
    }

    internal sealed record Snapshot(byte[] Coordinator, IReadOnlyList<byte[]> Splits);
}

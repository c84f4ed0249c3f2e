using SavepointCli.Streaming.Operators;

namespace SavepointCli.Engine.Tests.State;

/// <summary>The wall clock of a task, moved by the test.</summary>
internal sealed class ManualClock : IProcessingTimeService
{
    private readonly List<Call> _calls = [];

    public long CurrentProcessingTime { get; private set; }

    public IDisposable RegisterTimer(long timestamp, Action<long> callback)
    {
        var call = new Call(timestamp, callback, _calls);
        _calls.Add(call);
        return call;
    }

    public void AdvanceTo(long timestamp)
    {
        CurrentProcessingTime = timestamp;
        while (_calls.Where(call => call.Timestamp <= timestamp).MinBy(call => call.Timestamp) is { } due)
        {
            due.Dispose();
            due.Callback(timestamp);
        }
    }

    private sealed record Call(long Timestamp, Action<long> Callback, List<Call> Calls) : IDisposable
    {
        public void Dispose() => Calls.Remove(this);
    }
}

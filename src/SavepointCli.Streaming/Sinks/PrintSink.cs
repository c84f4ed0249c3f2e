using SavepointCli.Streaming.Functions;

namespace SavepointCli.Streaming.Sinks;

/// <summary>Prints elements, behind <c>n&gt; </c> if there are several subtasks. Mirrors <c>PrintSinkFunction</c>.</summary>
internal sealed class PrintSink<T> : SinkFunction<T>
{
    private string _prefix = "";

    public override void Open() =>
        _prefix = RuntimeContext.NumberOfParallelSubtasks > 1 ? $"{RuntimeContext.IndexOfThisSubtask + 1}> " : "";

    public override void Invoke(T value, long? timestamp) => RuntimeContext.StandardOutput.WriteLine($"{_prefix}{value}");
}

namespace SavepointCli.Streaming.Functions;

/// <summary>
/// A source that runs in a thread of its own. It emits and changes its state only while it holds
/// <see cref="ISourceContext{T}.CheckpointLock"/>. Mirrors the legacy <c>SourceFunction</c>.
/// </summary>
public abstract class SourceFunction<T> : RichFunction
{
    /// <summary>Emits until there is nothing left or <see cref="Cancel"/> was called; its return is the end of the input.</summary>
    public abstract void Run(ISourceContext<T> context);

    /// <summary>Asks <see cref="Run"/> to return soon. Called from another thread.</summary>
    public abstract void Cancel();
}

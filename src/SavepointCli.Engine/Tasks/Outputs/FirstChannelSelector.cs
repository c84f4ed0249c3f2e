namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Always the first channel: the only one of a forward edge, or the first subtask of a global one.</summary>
internal sealed class FirstChannelSelector<T> : IChannelSelector<T>
{
    /// <inheritdoc/>
    public int Select(T value) => 0;
}

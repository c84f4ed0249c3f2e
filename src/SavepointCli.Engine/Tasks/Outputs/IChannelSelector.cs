namespace SavepointCli.Engine.Tasks.Outputs;

/// <summary>Chooses the channel, and so the consuming subtask, of a record.</summary>
internal interface IChannelSelector<in T>
{
    /// <summary>Index of the channel.</summary>
    int Select(T value);
}

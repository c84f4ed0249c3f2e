namespace SavepointCli.Engine.Tasks.Channels;

/// <summary>The channels of one edge between two vertices.</summary>
internal abstract class EdgeChannels
{
    /// <summary>Indexes of the producing subtasks that send to a consuming one.</summary>
    public abstract IEnumerable<int> ProducersOf(int consumer);

    /// <summary>The channels from which a subtask reads.</summary>
    public abstract IEnumerable<InputChannel> AllTo(int consumer);
}

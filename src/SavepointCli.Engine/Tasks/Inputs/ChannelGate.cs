using SavepointCli.Engine.Tasks.Channels;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>One input of a task's first operator, as far as the type of the records does not matter.</summary>
internal abstract class ChannelGate
{
    /// <summary>Counts the records.</summary>
    public TaskIo Io { get; set; } = new();

    /// <summary>The channels.</summary>
    public abstract IReadOnlyList<InputChannel> Channels { get; }

    /// <summary>Processes at most one element; false if there is none that may be consumed now.</summary>
    public abstract bool ProcessNext(IControlElementHandler control);

    /// <summary>Whether an element may be consumed.</summary>
    public bool HasNext()
    {
        foreach (var channel in Channels)
        {
            if (!channel.IsBlocked && channel.HasElement)
            {
                return true;
            }
        }

        return false;
    }
}

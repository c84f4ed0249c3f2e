namespace SavepointCli.Streaming.State;

/// <summary>Name and type of a state. Within an operator the name identifies the state across snapshots.</summary>
public abstract class StateDescriptor
{
    private protected StateDescriptor(string name, StateTtlConfig? timeToLive)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (timeToLive is not null)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeToLive.TimeToLive, TimeSpan.Zero, nameof(timeToLive));
        Name = name;
        TimeToLive = timeToLive;
    }

    /// <summary>The name under which snapshots record the state.</summary>
    public string Name { get; }

    /// <summary>How long entries live; null for ever.</summary>
    public StateTtlConfig? TimeToLive { get; }

    /// <summary>The kind of state, for messages.</summary>
    public abstract StateKind Kind { get; }
}

namespace SavepointCli.Streaming.Windows;

/// <summary>What a trigger wants done with a window.</summary>
[Flags]
public enum TriggerResult
{
    /// <summary>Nothing.</summary>
    Continue = 0,

    /// <summary>Emit its result and keep its contents.</summary>
    Fire = 1,

    /// <summary>Drop its contents without emitting.</summary>
    Purge = 2,

    /// <summary>Emit its result, then drop its contents.</summary>
    FireAndPurge = Fire | Purge,
}

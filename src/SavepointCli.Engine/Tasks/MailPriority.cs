namespace SavepointCli.Engine.Tasks;

/// <summary>Order of the mails of one batch; within a priority they keep their order.</summary>
internal enum MailPriority
{
    /// <summary>Cancellation and the outcome of checkpoints.</summary>
    Urgent,

    /// <summary>Triggers of checkpoints and events from the operator's coordinator, which must not overtake each other.</summary>
    Control,

    /// <summary>Timers and continuations of user code.</summary>
    Normal,
}

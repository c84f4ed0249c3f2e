using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>Where a task's elements come from. Used on the task's thread.</summary>
internal interface ITaskInput
{
    /// <summary>Runs the mails that are there.</summary>
    void RunMails(Mailbox mailbox);

    /// <summary>Processes at most one element.</summary>
    InputStatus ProcessNext();

    /// <summary>Whether <see cref="ProcessNext"/> may find something.</summary>
    bool HasNext();

    /// <summary>The coordinator triggers a checkpoint at this task.</summary>
    void Trigger(CheckpointBarrier barrier);

    /// <summary>
    /// Takes nothing more from outside; <see cref="ProcessNext"/> soon says that the input has ended. False if only the end of the
    /// channels can say so.
    /// </summary>
    bool Stop();

    /// <summary>Ends what the input runs on a thread of its own, and waits for it.</summary>
    void Close();
}

using SavepointCli.Engine.Checkpoints;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Engine.Tasks.Inputs;

/// <summary>The input of a task whose work was finished when the restored snapshot was taken: nothing is read.</summary>
internal sealed class EndedInput : ITaskInput
{
    private readonly Action<CheckpointBarrier> _onTriggered;

    public EndedInput(TaskDeployment deployment, Action<CheckpointBarrier> onTriggered)
    {
        _onTriggered = onTriggered;
        foreach (var channel in deployment.Inputs.SelectMany(input => input.Channels.AllTo(deployment.Subtask.Index)))
        {
            // The producers have finished as well; they need not wait for anybody to read that.
            channel.IsEnded = true;
        }
    }

    /// <inheritdoc/>
    public void RunMails(Mailbox mailbox) => mailbox.RunBatch();

    /// <inheritdoc/>
    public InputStatus ProcessNext() => InputStatus.EndOfInput;

    /// <inheritdoc/>
    public bool HasNext() => true;

    /// <inheritdoc/>
    public void Trigger(CheckpointBarrier barrier) => _onTriggered(barrier);

    /// <inheritdoc/>
    public bool Stop() => false;

    /// <inheritdoc/>
    public void Close()
    {
    }
}

using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;

namespace SavepointCli.Commands.Operation;

/// <summary><c>operation wait ID</c>: waits for the end; a failure ends as it would have for the command that asked for it.</summary>
internal sealed class OperationWaitCommand(CommandContext context) : KnownOperationVerb(
    context, "wait", "Wait for the end of an operation.")
{
    protected override async Task<OperationFinding> HandleAsync(
        OperationTracker tracker, OperationRecord known, CancellationToken cancellation)
    {
        var record = await tracker.WaitAsync(known, cancellation).ConfigureAwait(false);
        return new OperationFinding(record, "");
    }
}

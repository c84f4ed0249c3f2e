using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;

namespace SavepointCli.Commands.Operation;

/// <summary><c>operation show ID</c>: how far it has come, without waiting.</summary>
internal sealed class OperationShowCommand(CommandContext context) : KnownOperationVerb(
    context, "show", "Show how far an operation has come.")
{
    protected override Task<OperationFinding> HandleAsync(
        OperationTracker tracker, OperationRecord known, CancellationToken cancellation) => tracker.LookAsync(known, cancellation);
}

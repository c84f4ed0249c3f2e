using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Failures;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// Triggers under ids of our own, and what became of them. A cluster (1.15 and later) that knows the id of a trigger takes it for
/// the operation that it already has, so a trigger may be sent any number of times for as long as its result is kept.
/// </summary>
public sealed class OperationClient
{
    private readonly RestTransport _transport;

    internal OperationClient(RestTransport transport) => _transport = transport;

    /// <summary>What the cluster says, or null if it does not know the id: never had it, has forgotten it, or was restarted.</summary>
    public async Task<OperationStatus?> FindAsync(OperationRequest request, TriggerId id, CancellationToken cancellation)
    {
        var get = RestRequest.Get($"jobs/{request.Job}/{StatusResource(request.Kind)}/{id}") with { Failure = FailureOf(request) };
        if (request.Kind == OperationKind.Checkpoint)
        {
            var checkpoint = await _transport.TrySendAsync(get, FlinkJson.Default.CheckpointStatus, cancellation).ConfigureAwait(false);
            return IsUnknown(checkpoint) ? null : StatusOf(checkpoint.Answer!, request);
        }

        var savepoint = await _transport.TrySendAsync(get, FlinkJson.Default.SavepointStatus, cancellation).ConfigureAwait(false);
        return IsUnknown(savepoint) ? null : StatusOf(savepoint.Answer!, request);
    }

    internal async Task<TriggerOutcome> TriggerAsync(OperationRequest request, TriggerId id, CancellationToken cancellation)
    {
        var post = TriggerOf(request, id) with { Failure = FailureOf(request) };
        var outcome = await _transport.TrySendAsync(post, FlinkJson.Default.TriggerAnswer, cancellation).ConfigureAwait(false);
        return new TriggerOutcome(outcome.Answer?.RequestId, outcome.Fault, outcome.MayHaveActed);
    }

    /// <summary>The history of a job's checkpoints and savepoints, or null if the cluster does not have the job.</summary>
    internal Task<CheckpointHistory?> FindHistoryAsync(JobId job, CancellationToken cancellation) =>
        FindAsync(RestRequest.Get($"jobs/{job}/checkpoints"), FlinkJson.Default.CheckpointHistory, cancellation);

    /// <summary>When a job started and what time it is there, or null if the cluster does not have the job.</summary>
    internal Task<JobTimes?> FindTimesAsync(JobId job, CancellationToken cancellation) =>
        FindAsync(RestRequest.Get($"jobs/{job}"), FlinkJson.Default.JobTimes, cancellation);

    private async Task<T?> FindAsync<T>(
        RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        var outcome = await _transport.TrySendAsync(request, type, cancellation).ConfigureAwait(false);
        if (outcome.Fault is { ExitCode: ExitCode.NotFound or ExitCode.Unsupported }) return null;
        return outcome.Answer ?? throw outcome.Fault!;
    }

    private static RestRequest TriggerOf(OperationRequest request, TriggerId id) => request.Kind switch
    {
        OperationKind.Stop => RestRequest.WithJson(
            HttpMethod.Post,
            $"jobs/{request.Job}/stop",
            new StopTriggerBody(request.TargetDirectory, request.Drain, FormatOf(request), id),
            FlinkJson.Default.StopTriggerBody),
        OperationKind.Checkpoint => RestRequest.WithJson(
            HttpMethod.Post,
            $"jobs/{request.Job}/checkpoints",
            new CheckpointTriggerBody(request.Checkpoint ?? CheckpointKind.Configured, id),
            FlinkJson.Default.CheckpointTriggerBody),
        _ => RestRequest.WithJson(
            HttpMethod.Post,
            $"jobs/{request.Job}/savepoints",
            new SavepointTriggerBody(request.TargetDirectory, request.Kind == OperationKind.Cancel, FormatOf(request), id),
            FlinkJson.Default.SavepointTriggerBody),
    };

    private static SavepointFormat FormatOf(OperationRequest request) => request.Format ?? SavepointFormat.Canonical;

    /// <summary>Stops are looked up among the savepoints.</summary>
    private static string StatusResource(OperationKind kind) => kind == OperationKind.Checkpoint ? "checkpoints" : "savepoints";

    /// <summary>Flink's first line for a failure of the kind.</summary>
    private static string FailureOf(OperationRequest request) => request.Kind switch
    {
        OperationKind.Stop => $"Could not stop with a savepoint job \"{request.Job}\"",
        OperationKind.Cancel => $"Could not cancel job {request.Job}",
        OperationKind.Checkpoint => $"Failed to trigger a checkpoint for the job {request.Job}",
        _ => $"Failed to trigger a savepoint for the job {request.Job}",
    };

    private static bool IsUnknown<T>(RestAttempt<T> outcome)
        where T : class
    {
        if (outcome.Fault is not { } fault) return false;
        return ServerFailure.IsUnknownOperation(fault) ? true : throw fault;
    }

    private static OperationStatus StatusOf(SavepointStatus status, OperationRequest request)
    {
        if (!status.Status.IsCompleted) return OperationStatus.Running;
        if (status.Operation?.Location is { } location) return new OperationStatus(true, location, null, null);
        return Failed(status.Operation?.Failure, request);
    }

    private static OperationStatus StatusOf(CheckpointStatus status, OperationRequest request)
    {
        if (!status.Status.IsCompleted) return OperationStatus.Running;
        if (status.Operation?.CheckpointId is { } checkpoint) return new OperationStatus(true, null, checkpoint, null);
        return Failed(status.Operation?.Failure, request);
    }

    private static OperationStatus Failed(FailureCause? failure, OperationRequest request) => new(
        true,
        null,
        null,
        failure is not null
            ? ServerFailure.Of(failure.Text, FailureOf(request))
            : new SavepointException(
                ExitCode.OperationFailed,
                $"{FailureOf(request)}: the cluster says that it is over, but neither that it succeeded nor why it failed",
                "look at the log of the cluster"));
}

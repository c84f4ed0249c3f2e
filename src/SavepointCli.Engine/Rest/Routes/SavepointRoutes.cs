using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>Savepoints and stopping with one. Both kinds of operation share one table of trigger ids.</summary>
internal sealed class SavepointRoutes(
    IEmbeddedCluster cluster,
    EngineConfiguration configuration,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<SavepointRoutes> log) : IRouteGroup
{
    private static readonly RequestFormat<SavepointTriggerRequestBody> SavepointFormat =
        new(nameof(SavepointTriggerRequestBody), RestJson.Shared.SavepointTriggerRequestBody);

    private static readonly RequestFormat<StopWithSavepointRequestBody> StopFormat =
        new(nameof(StopWithSavepointRequestBody), RestJson.Shared.StopWithSavepointRequestBody);

    private readonly AsyncOperations<string> _operations = new(time, configuration.Get(RestOptions.StoreDuration));

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Of("POST", "/jobs/:jobid/savepoints", SavepointFormat, (call, body, _) => Task.FromResult(Savepoint(call, body))),
        RestRoute.Of("POST", "/jobs/:jobid/stop", StopFormat, (call, body, _) => Task.FromResult(Stop(call, body))),
        RestRoute.Get("/jobs/:jobid/savepoints/:triggerid", Status),
    ];

    private RestAnswer Savepoint(RestCall call, SavepointTriggerRequestBody body)
    {
        if (LacksDirectory(call.Job, body.TargetDirectory, "target-directory") is { } refusal)
        {
            return refusal;
        }

        var target = new SavepointTarget(body.TargetDirectory, body.FormatType ?? Jobs.SavepointFormat.Canonical);
        var cancelJob = body.CancelJob ?? false;
        return Start(call, body.TriggerId, cancelJob ? "cancel with savepoint" : "savepoint", cancellation =>
            cluster.TriggerSavepointAsync(call.Job, target, cancelJob, cancellation));
    }

    private RestAnswer Stop(RestCall call, StopWithSavepointRequestBody body)
    {
        if (LacksDirectory(call.Job, body.TargetDirectory, "targetDirectory") is { } refusal)
        {
            return refusal;
        }

        var target = new SavepointTarget(body.TargetDirectory, body.FormatType ?? Jobs.SavepointFormat.Canonical);
        return Start(call, body.TriggerId, "stop with savepoint", cancellation =>
            cluster.StopWithSavepointAsync(call.Job, target, body.Drain ?? false, cancellation));
    }

    /// <summary>
    /// Flink checks this before it looks the job up, and answers the trigger itself. A directory that the job's program has set serves
    /// too, which Flink's own server does not know of.
    /// </summary>
    private RestAnswer? LacksDirectory(JobId job, string? directory, string field)
    {
        var settings = cluster.Find(job) is { } known ? configuration.With(known.Configuration) : configuration;
        return directory is null && settings.Get(EngineOptions.SavepointDirectory) is null
            ? RestAnswer.Handled(
                400, $"Config key [{EngineOptions.SavepointDirectory.Key}] is not set. Property [{field}] must be provided.")
            : null;
    }

    private RestAnswer Start(RestCall call, TriggerId? chosen, string operation, Func<CancellationToken, Task<string>> carryOut)
    {
        var trigger = chosen ?? TriggerId.Random();
        if (_operations.Start(new OperationKey(call.Job, trigger), () => carryOut(lifetime.ApplicationStopping)))
        {
            RestLog.Triggered(log, operation, call.Job, trigger.ToString());
        }
        else
        {
            RestLog.KnownAlready(log, operation, call.Job, trigger.ToString());
        }

        return RestAnswer.Of(new TriggerAnswer(trigger.ToString()), RestJson.Shared.TriggerAnswer, 202);
    }

    private RestAnswer Status(RestCall call)
    {
        if (_operations.Find(new OperationKey(call.Job, call.Trigger)) is not { } operation)
        {
            return RestAnswer.Handled(404, $"There is no savepoint operation with triggerId={call.Trigger} for job {call.Job}.");
        }

        var answer = operation switch
        {
            { IsCompleted: false } => new SavepointStatusAnswer(QueueStatus.InProgress, null),
            { IsCompletedSuccessfully: true } => Completed(new SavepointOperation { Location = operation.Result }),
            _ => Completed(new SavepointOperation { FailureCause = FailureCause.Of(OperationFailure.Of(operation)) }),
        };
        return RestAnswer.Of(answer, RestJson.Shared.SavepointStatusAnswer);
    }

    private static SavepointStatusAnswer Completed(SavepointOperation operation) => new(QueueStatus.Completed, operation);
}

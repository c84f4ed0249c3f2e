using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>Checkpoints on request.</summary>
internal sealed class CheckpointTriggerRoutes(
    IEmbeddedCluster cluster,
    EngineConfiguration configuration,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<CheckpointTriggerRoutes> log) : IRouteGroup
{
    private static readonly RequestFormat<CheckpointTriggerRequestBody> Format =
        new(nameof(CheckpointTriggerRequestBody), RestJson.Shared.CheckpointTriggerRequestBody);

    private readonly AsyncOperations<long> _operations = new(time, configuration.Get(RestOptions.StoreDuration));

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Of("POST", "/jobs/:jobid/checkpoints", Format, (call, body, _) => Task.FromResult(Trigger(call, body))),
        RestRoute.Get("/jobs/:jobid/checkpoints/:triggerid", Status),
    ];

    private RestAnswer Trigger(RestCall call, CheckpointTriggerRequestBody body)
    {
        if (body.CheckpointType == CheckpointType.Incremental)
        {
            return RestAnswer.Unexpected(new JavaThrowable(
                JavaNames.IllegalStateException, "Flink does not support triggering incremental checkpoint explicitly. See FLINK-33723."));
        }

        var trigger = body.TriggerId ?? TriggerId.Random();
        if (_operations.Start(
            new OperationKey(call.Job, trigger), () => cluster.TriggerCheckpointAsync(call.Job, lifetime.ApplicationStopping)))
        {
            RestLog.Triggered(log, "checkpoint", call.Job, trigger.ToString());
        }
        else
        {
            RestLog.KnownAlready(log, "checkpoint", call.Job, trigger.ToString());
        }

        return RestAnswer.Of(new TriggerAnswer(trigger.ToString()), RestJson.Shared.TriggerAnswer, 202);
    }

    private RestAnswer Status(RestCall call)
    {
        if (_operations.Find(new OperationKey(call.Job, call.Trigger)) is not { } operation)
        {
            return RestAnswer.Handled(404, $"There is no checkpoint operation with triggerId={call.Trigger} for job {call.Job}.");
        }

        var answer = operation switch
        {
            { IsCompleted: false } => new CheckpointStatusAnswer(QueueStatus.InProgress, null),
            { IsCompletedSuccessfully: true } => Completed(new CheckpointOperation { CheckpointId = operation.Result }),
            _ => Completed(new CheckpointOperation { FailureCause = FailureCause.Of(OperationFailure.Of(operation)) }),
        };
        return RestAnswer.Of(answer, RestJson.Shared.CheckpointStatusAnswer);
    }

    private static CheckpointStatusAnswer Completed(CheckpointOperation operation) => new(QueueStatus.Completed, operation);
}

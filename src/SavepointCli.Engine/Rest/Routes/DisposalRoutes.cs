using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>Deleting savepoints. The only trigger that answers 200, and the only one without a trigger id of the client's choice.</summary>
internal sealed class DisposalRoutes(
    IEmbeddedCluster cluster, EngineConfiguration configuration, TimeProvider time, IHostApplicationLifetime lifetime) : IRouteGroup
{
    private static readonly RequestFormat<SavepointDisposalRequestBody> Format =
        new(nameof(SavepointDisposalRequestBody), RestJson.Shared.SavepointDisposalRequestBody);

    private readonly AsyncOperations<string> _operations = new(time, configuration.Get(RestOptions.StoreDuration));

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Of("POST", "/savepoint-disposal", Format, (_, body, _) => Task.FromResult(Trigger(body))),
        RestRoute.Get("/savepoint-disposal/:triggerid", Status),
    ];

    private RestAnswer Trigger(SavepointDisposalRequestBody body)
    {
        if (body.SavepointPath is not { } path)
        {
            return RestAnswer.Handled(400, "Field savepoint-path must not be omitted or be null.");
        }

        var trigger = TriggerId.Random();
        _operations.Start(new OperationKey(default, trigger), async () =>
        {
            await cluster.DisposeSavepointAsync(path, lifetime.ApplicationStopping);
            return path;
        });
        return RestAnswer.Of(new TriggerAnswer(trigger.ToString()), RestJson.Shared.TriggerAnswer);
    }

    private RestAnswer Status(RestCall call)
    {
        if (_operations.Find(new OperationKey(default, call.Trigger)) is not { } operation)
        {
            // Flink prints the key's class and hash code here; the id says more and costs no client anything.
            return RestAnswer.Handled(404, new JavaThrowable(
                JavaNames.NotFoundException,
                $"Operation not found under key: org.apache.flink.runtime.rest.handler.async.OperationKey@{call.Trigger}"));
        }

        var answer = operation switch
        {
            { IsCompleted: false } => new DisposalStatusAnswer(QueueStatus.InProgress, null),
            { IsCompletedSuccessfully: true } => new DisposalStatusAnswer(QueueStatus.Completed, new DisposalOperation()),
            _ => new DisposalStatusAnswer(
                QueueStatus.Completed, new DisposalOperation { FailureCause = FailureCause.Of(OperationFailure.Cause(operation)) }),
        };
        return RestAnswer.Of(answer, RestJson.Shared.DisposalStatusAnswer);
    }
}

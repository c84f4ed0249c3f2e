using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>The task managers.</summary>
internal sealed class TaskManagerRoutes(TaskManagerView taskManager) : IRouteGroup
{
    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/taskmanagers", _ =>
            RestAnswer.Of(new TaskManagersAnswer([taskManager.Describe()]), RestJson.Shared.TaskManagersAnswer)),
        RestRoute.Get("/taskmanagers/:taskmanagerid", call => call.TaskManager == TaskManagerView.Id
            ? RestAnswer.Of(TaskManagerDetailsAnswer.Of(taskManager.Describe()), RestJson.Shared.TaskManagerDetailsAnswer)
            : Unknown(call)),
        RestRoute.Get("/taskmanagers/:taskmanagerid/logs", call => call.TaskManager == TaskManagerView.Id
            ? RestAnswer.Of(new LogListAnswer([]), RestJson.Shared.LogListAnswer)
            : Unknown(call)),
    ];

    private static RestAnswer Unknown(RestCall call) => RestAnswer.Unexpected(new JavaThrowable(
        "org.apache.flink.runtime.resourcemanager.exceptions.UnknownTaskExecutorException",
        $"No TaskExecutor registered under {call.TaskManager}."));
}

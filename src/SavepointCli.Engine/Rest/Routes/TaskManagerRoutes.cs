using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>The task managers.</summary>
internal sealed class TaskManagerRoutes(TaskManagerView taskManager) : IRouteGroup
{
    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/taskmanagers", _ =>
            RestAnswer.Of(new TaskManagersAnswer([taskManager.Describe()]), RestJson.Shared.TaskManagersAnswer)),
    ];
}

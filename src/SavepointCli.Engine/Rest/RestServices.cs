using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Hosting;
using SavepointCli.Engine.Loading;
using SavepointCli.Engine.Rest.Routes;
using SavepointCli.Engine.Web;

namespace SavepointCli.Engine.Rest;

/// <summary>Registers the REST server with the host.</summary>
internal static class RestServices
{
    /// <summary>Adds every route group and what they share.</summary>
    public static IServiceCollection AddRestServer(this IServiceCollection services, ListenAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton<ServerUrl>();
        services.AddSingleton<TaskManagerView>();
        services.AddSingleton<ClusterFolder>();
        services.AddSingleton(provider => new JarStore(
            provider.GetRequiredService<EngineConfiguration>().Get(RestOptions.UploadDirectory)
            ?? provider.GetRequiredService<ClusterFolder>().Path));
        services.AddSingleton<IRouteGroup, ClusterRoutes>();
        services.AddSingleton<IRouteGroup, TaskManagerRoutes>();
        services.AddSingleton<IRouteGroup, JobRoutes>();
        services.AddSingleton<IRouteGroup, VertexRoutes>();
        services.AddSingleton<IRouteGroup, MetricRoutes>();
        services.AddSingleton<IRouteGroup, SavepointRoutes>();
        services.AddSingleton<IRouteGroup, CheckpointTriggerRoutes>();
        services.AddSingleton<IRouteGroup, DisposalRoutes>();
        services.AddSingleton<IRouteGroup, SubmissionRoutes>();
        services.AddSingleton<IRouteGroup, JarRoutes>();
        services.AddSingleton<RestRouter>();
        services.AddSingleton<RequestGuard>();
        services.AddSingleton<WebPage>();
        services.AddSingleton(provider => new RestEndpoint(
            provider.GetRequiredService<RestRouter>(),
            new RequestContentReader(provider.GetRequiredService<EngineConfiguration>().Get(RestOptions.MaxContentLength)),
            provider.GetRequiredService<RequestGuard>(),
            provider.GetRequiredService<ILogger<RestEndpoint>>()));
        return services;
    }
}

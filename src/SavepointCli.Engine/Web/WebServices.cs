using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Web.Routes;
using SavepointCli.Engine.Web.Snapshots;

namespace SavepointCli.Engine.Web;

/// <summary>Registers what the web page asks for beyond Flink's REST API.</summary>
internal static class WebServices
{
    /// <summary>Adds the routes below <c>/savepointctl/v1</c>.</summary>
    public static IServiceCollection AddWebRoutes(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotFolders>();
        services.AddSingleton<SnapshotCatalogue>();
        services.AddSingleton<SnapshotSummaries>();
        services.AddSingleton<RestorePreviewer>();
        services.AddSingleton<IRouteGroup, SessionRoutes>();
        services.AddSingleton<IRouteGroup, OverviewRoutes>();
        services.AddSingleton<IRouteGroup, SnapshotRoutes>();
        services.AddSingleton<IRouteGroup, PreviewRoutes>();
        return services;
    }
}

using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Web.Messages;
using SavepointCli.Engine.Web.Snapshots;

namespace SavepointCli.Engine.Web.Routes;

/// <summary>What the page asks first.</summary>
internal sealed class SessionRoutes(EngineConfiguration configuration, SnapshotFolders folders) : IRouteGroup
{
    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/savepointctl/v1/session", call => RestAnswer.Of(Session(call), WebJson.Default.SessionAnswer)).For(RouteAccess.Private),
    ];

    private SessionAnswer Session(RestCall call) => new(
        ClusterIdentity.Version(configuration.Get(EngineOptions.Compat)),
        call.MayAct,
        configuration.Get(RestOptions.ActionToken) is not null,
        configuration.Get(RestOptions.SubmitEnabled),
        configuration.Get(RestOptions.CancelEnabled),
        (long)configuration.Get(RestOptions.RefreshInterval).TotalMilliseconds,
        configuration.Get(EngineOptions.SavepointDirectory),
        folders.All());
}

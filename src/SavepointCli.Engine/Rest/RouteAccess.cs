namespace SavepointCli.Engine.Rest;

/// <summary>Who may use a route.</summary>
internal enum RouteAccess
{
    /// <summary>Everybody who reaches the server, pages of other origins included: Flink's own reads.</summary>
    Open,

    /// <summary>Everybody who reaches the server under a name of its own, but no page of another origin: reads of state.</summary>
    Private,

    /// <summary>Who works on this machine, or shows the token.</summary>
    Action,
}

namespace SavepointCli.Engine.Rest;

/// <summary>The routes of one kind of resource.</summary>
internal interface IRouteGroup
{
    /// <summary>The routes, in any order.</summary>
    IReadOnlyList<RestRoute> Routes { get; }
}

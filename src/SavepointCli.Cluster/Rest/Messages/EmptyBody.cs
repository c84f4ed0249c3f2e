namespace SavepointCli.Cluster.Rest.Messages;

/// <summary>An object whose content does not matter.</summary>
internal sealed record EmptyBody
{
    public static EmptyBody Instance { get; } = new();
}

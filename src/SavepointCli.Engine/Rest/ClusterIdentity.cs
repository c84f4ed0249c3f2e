using System.Reflection;
using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// How the cluster names itself. The version starts with the Flink release whose behaviour and formats are followed, because clients
/// decide by it, and says in the same breath that this is not that release.
/// </summary>
internal static class ClusterIdentity
{
    /// <summary>What <c>flink-commit</c> shows: our own version.</summary>
    public static string Commit { get; } = "savepointctl-"
        + typeof(ClusterIdentity).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>What <c>flink-version</c> shows, e.g. <c>1.20-embedded</c>.</summary>
    public static string Version(CompatProfile profile) => $"{profile.Version}-embedded";
}

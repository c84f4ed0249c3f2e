using SavepointCli.Cluster.Jobs;
using SavepointCli.Parsing;

namespace SavepointCli.Commands.Run;

/// <summary>
/// The <c>-D</c> settings of a run, sorted by whom they concern: what the REST API has fields for goes there, because those are
/// taken by every version of Flink; what only the client needs stays here; the rest goes to the job.
/// </summary>
/// <param name="Parallelism"><c>parallelism.default</c>.</param>
/// <param name="Restore">What to start from where <c>-s</c> does not say it.</param>
/// <param name="Others">Settings for the job.</param>
internal sealed record JobSettings(int? Parallelism, RestoreSettings? Restore, IReadOnlyDictionary<string, string> Others)
{
    private const string ParallelismKey = "parallelism.default";

    // Newest name first.
    private static readonly string[] PathKeys = ["execution.state-recovery.path", "execution.savepoint.path"];
    private static readonly string[] IgnoreKeys =
        ["execution.state-recovery.ignore-unclaimed-state", "execution.savepoint.ignore-unclaimed-state"];
    private static readonly string[] ModeKeys = ["execution.state-recovery.claim-mode", "execution.savepoint-restore-mode"];

    /// <summary>What only a client looks at: how to reach the cluster, and how long to wait for it.</summary>
    private static readonly string[] OfTheClient =
    [
        "rest.", "client.", "security.ssl.rest.", "execution.target", "execution.attached", "execution.shutdown-on-attached-exit",
        "high-availability", "yarn.application.id", "kubernetes.cluster-id", "kubernetes.namespace", "kubernetes.config.file", "kubernetes.context",
    ];

    public static JobSettings Of(IEnumerable<KeyValuePair<string, string>> properties)
    {
        var settings = new Dictionary<string, string>();
        foreach (var (key, value) in properties) settings[key] = value;

        var parallelism = Take(settings, [ParallelismKey]);
        var path = Take(settings, PathKeys);
        var ignore = Take(settings, IgnoreKeys);
        var mode = Take(settings, ModeKeys);
        foreach (var key in settings.Keys.Where(IsOfTheClient).ToList()) settings.Remove(key);

        var restore = path is null ? null : new RestoreSettings(path, IsTrue(ignore), mode is null ? null : Values.ClaimMode(mode));
        return new JobSettings(Values.Parallelism(parallelism), restore, settings);
    }

    private static string? Take(Dictionary<string, string> settings, IEnumerable<string> keys)
    {
        string? found = null;
        foreach (var key in keys)
        {
            if (settings.Remove(key, out var value)) found ??= value;
        }

        return found;
    }

    private static bool IsOfTheClient(string key) => OfTheClient.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}

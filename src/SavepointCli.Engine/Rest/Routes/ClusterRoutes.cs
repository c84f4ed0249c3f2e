using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest.Routes;

/// <summary>The cluster as a whole.</summary>
internal sealed class ClusterRoutes(
    IEmbeddedCluster cluster,
    EngineConfiguration configuration,
    TaskManagerView taskManager,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<ClusterRoutes> log) : IRouteGroup
{
    private const string Hidden = "******";
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(10);

    /// <summary>Parts of keys whose values Flink shows to nobody.</summary>
    private static readonly string[] SensitiveParts =
    [
        "password", "secret", "fs.azure.account.key", "apikey", "api-key", "auth-params", "service-key", "token", "basic-auth",
        "jaas.config", "http-headers",
    ];

    public IReadOnlyList<RestRoute> Routes =>
    [
        RestRoute.Get("/config", _ => RestAnswer.Of(Config(), RestJson.Shared.ConfigAnswer)),
        RestRoute.Get("/overview", _ => RestAnswer.Of(Overview(), RestJson.Shared.OverviewAnswer)),
        RestRoute.Get("/jobmanager/config", _ => RestAnswer.Of(Settings(), RestJson.Shared.IReadOnlyListConfigEntry)),
        RestRoute.Get("/jobs/:jobid/jobmanager/config", call => cluster.Find(call.Job) is null
            ? JobRoutes.UnknownJob(call.Job)
            : RestAnswer.Of(Settings(), RestJson.Shared.IReadOnlyListConfigEntry)),
        RestRoute.Get("/jobmanager/logs", _ => RestAnswer.Of(new LogListAnswer([]), RestJson.Shared.LogListAnswer)),
        RestRoute.WithoutBody("DELETE", "/cluster", (_, _) => Task.FromResult(ShutDown())),
    ];

    private ConfigAnswer Config()
    {
        var zone = time.LocalTimeZone;
        return new ConfigAnswer(
            (long)configuration.Get(RestOptions.RefreshInterval).TotalMilliseconds,
            zone.StandardName,
            (long)zone.GetUtcOffset(time.GetUtcNow()).TotalMilliseconds,
            Version,
            $"{ClusterIdentity.Commit} @ unknown",
            new FeatureFlags(
                configuration.Get(RestOptions.SubmitEnabled),
                configuration.Get(RestOptions.CancelEnabled),
                WebRescale: false,
                WebHistory: false));
    }

    private OverviewAnswer Overview()
    {
        var jobs = cluster.Jobs;
        var slots = taskManager.Slots;
        return new OverviewAnswer(
            TaskManagers: 1,
            slots,
            slots - taskManager.UsedSlots,
            jobs.Count(job => !JobStates.IsTerminal(job.Status)),
            jobs.Count(job => job.Status == JobStatus.Finished),
            jobs.Count(job => job.Status == JobStatus.Canceled),
            jobs.Count(job => job.Status == JobStatus.Failed),
            Version,
            ClusterIdentity.Commit);
    }

    private ConfigEntry[] Settings() =>
        [.. configuration.Values.Select(setting => new ConfigEntry(setting.Key, IsSensitive(setting.Key) ? Hidden : setting.Value))];

    private RestAnswer ShutDown()
    {
        RestLog.ShuttingDown(log);
        return RestAnswer.Empty() with { EndsConnection = true, Sent = () => _ = EndAsync() };
    }

    /// <summary>Jobs are cancelled, so that a later cluster does not take them up; one that does not end is left to it.</summary>
    private async Task EndAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceAtTheEnd, time);
            foreach (var job in cluster.Jobs.Where(job => !JobStates.IsTerminal(job.Status)).ToArray())
            {
                cluster.Cancel(job.Id);
                await cluster.WaitForEndAsync(job.Id, patience.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SavepointException)
        {
            RestLog.NotAllJobsEnded(log, fault);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private string Version => ClusterIdentity.Version(configuration.Get(EngineOptions.Compat));

    private static bool IsSensitive(string key) =>
        Array.Exists(SensitiveParts, part => key.Contains(part, StringComparison.OrdinalIgnoreCase));
}

using System.Globalization;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Embedded;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Cluster;

/// <summary>Starts the engine as a process of its own and waits until it listens.</summary>
internal sealed class ClusterStartHandler(CommandContext context)
{
    private readonly EmbeddedCluster _embedded = new(context);

    public async Task<EmbeddedClusterRecord> HandleAsync(ClusterStartRequest request, CancellationToken cancellation)
    {
        RefuseSecond();
        using var engine = EngineProcess.StartDetached(EngineProgram.Find(context), Launch(request));
        try
        {
            var record = await engine.WaitUntilReadyAsync(context.Time, cancellation).ConfigureAwait(false);
            _embedded.Remember(record);
            return record;
        }
        catch (OperationCanceledException)
        {
            await engine.KillAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Stays until the cluster ends, or ends it when interrupted.</summary>
    public async Task RunInForegroundAsync(
        ClusterStartRequest request, Action<EmbeddedClusterRecord> started, CancellationToken cancellation)
    {
        RefuseSecond();
        using var engine = EngineProcess.StartAttached(EngineProgram.Find(context), Launch(request));
        EmbeddedClusterRecord? record = null;
        try
        {
            record = await engine.WaitUntilReadyAsync(context.Time, cancellation).ConfigureAwait(false);
            _embedded.Remember(record);
            started(record);
            await engine.WaitForExitAsync(cancellation).ConfigureAwait(false);
            _embedded.Forget();
        }
        catch (OperationCanceledException)
        {
            await EndAsync(engine, record).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A Ctrl-C reaches the engine as well, a SIGTERM does not: so it is asked in any case.</summary>
    private async Task EndAsync(EngineProcess engine, EmbeddedClusterRecord? record)
    {
        if (record is not null) await _embedded.EndAsync(record).ConfigureAwait(false);
        await engine.KillAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private void RefuseSecond()
    {
        if (_embedded.FindRunning() is { } running)
            throw new SavepointException(
                ExitCode.Locked, $"an embedded cluster runs already at {running.Url} (process {running.Pid})", "savepointctl cluster stop");
    }

    private EngineLaunch Launch(ClusterStartRequest request)
    {
        var directory = request.DataDirectory ?? _embedded.DefaultDirectory;
        List<KeyValuePair<string, string>> settings = [];
        if (request.Port is { } port) Add("rest.port", port.ToString(CultureInfo.InvariantCulture));

        // Jobs survive a killed engine only with what they go back to.
        Add("high-availability.storageDir", FlinkPath.ToUri(Path.Combine(directory, "jobs")));
        Add("execution.checkpointing.dir", FlinkPath.ToUri(Path.Combine(directory, "checkpoints")));
        if (request.DataDirectory is not null)
        {
            Add("web.upload.dir", Path.Combine(directory, "uploads"));
            Add("execution.checkpointing.savepoint-dir", FlinkPath.ToUri(Path.Combine(directory, "savepoints")));
        }

        settings.AddRange(request.Settings);
        return new EngineLaunch(settings, Path.Combine(directory, "ready.json"), Path.Combine(directory, "log", "cluster.log"));

        void Add(string key, string value) => settings.Add(KeyValuePair.Create(key, value));
    }
}

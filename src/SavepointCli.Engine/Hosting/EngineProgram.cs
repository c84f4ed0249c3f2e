using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Loading;
using SavepointCli.Engine.Persistence;
using SavepointCli.Engine.Web;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Hosting;

/// <summary>The embedded cluster as a process: from the command line to the exit code.</summary>
internal static class EngineProgram
{
    /// <summary>Runs until a signal or a client ends the cluster.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="configurationDirectory">Value of <c>FLINK_CONF_DIR</c>, or null.</param>
    /// <param name="error">Where a fault is reported, in the two lines that the tool reads.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, string? configurationDirectory, TextWriter error)
    {
        try
        {
            await using var host = await EngineHost.StartAsync(
                EngineArguments.Parse(arguments, configurationDirectory), AddEmbeddedCluster, CancellationToken.None);
            await host.WaitForShutdownAsync(CancellationToken.None);
            return (int)ExitCode.Done;
        }
        catch (SavepointException fault)
        {
            await error.WriteLineAsync($"error: {fault.Message}");
            if (fault.Hint is { } hint)
            {
                await error.WriteLineAsync($"  try: {hint}");
            }

            return (int)fault.ExitCode;
        }
    }

    /// <summary>Registers the cluster itself with what it needs.</summary>
    public static void AddEmbeddedCluster(IServiceCollection services)
    {
        services.AddSingleton<IJobLoader>(provider => new AssemblyJobLoader(provider.GetRequiredService<ClusterFolder>().Path));
        services.AddSingleton<IStorage, FileStorage>();
        services.AddSingleton(Console.Out);
        services.AddSingleton<JobRecords>();
        services.AddSingleton(provider => new EmbeddedCluster(
            provider.GetRequiredService<IJobLoader>(), provider.GetRequiredService<EngineConfiguration>(),
            provider.GetRequiredService<IStorage>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TextWriter>(),
            provider.GetRequiredService<ILogger<EmbeddedCluster>>(), provider.GetRequiredService<JobRecords>()));
        services.AddSingleton<IEmbeddedCluster>(provider => provider.GetRequiredService<EmbeddedCluster>());
        services.AddHostedService<JobRecoveryService>();
        services.AddWebRoutes();
    }
}

using SavepointCli.Engine.Configuration;

namespace SavepointCli.Engine.State;

/// <summary>The state backend of a job.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="LocalDirectory">Where RocksDB keeps its databases; they go when the task ends.</param>
/// <param name="Incremental">Whether checkpoints of RocksDB refer to tables that earlier ones stored.</param>
public sealed record StateBackendSettings(StateBackendKind Kind, string LocalDirectory, bool Incremental)
{
    /// <summary>Objects in memory, the default.</summary>
    public static StateBackendSettings HashMap { get; } = new(StateBackendKind.HashMap, Path.GetTempPath(), Incremental: false);

    /// <summary>What the settings say.</summary>
    public static StateBackendSettings Of(EngineConfiguration configuration) => new(
        configuration.Get(EngineOptions.StateBackend),
        configuration.Get(EngineOptions.RocksDbLocalDirectory) ?? Path.GetTempPath(),
        configuration.Get(EngineOptions.IncrementalCheckpoints));
}

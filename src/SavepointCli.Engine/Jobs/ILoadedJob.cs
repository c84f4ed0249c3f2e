using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Jobs;

/// <summary>
/// A program that has described its job. It keeps the program's types loaded, which tasks and restores need: dispose it when the job is
/// terminal, and hold on to nothing of the graph afterwards.
/// </summary>
public interface ILoadedJob : IDisposable
{
    /// <summary>The job as the program describes it.</summary>
    StreamGraph Graph { get; }
}

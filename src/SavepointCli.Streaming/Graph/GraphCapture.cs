namespace SavepointCli.Streaming.Graph;

/// <summary>
/// While one is open, <c>Execute</c> in the same flow of execution hands the graph over instead of running it. The engine opens
/// one around the entry point of a job.
/// </summary>
public sealed class GraphCapture : IDisposable
{
    private static readonly AsyncLocal<GraphCapture?> Ambient = new();

    private readonly GraphCapture? _outer;

    /// <summary>Opens a capture.</summary>
    /// <param name="defaultParallelism">Number of subtasks of operators for which the program sets none.</param>
    /// <param name="configuration">Settings of the submission, visible to the program.</param>
    public GraphCapture(int defaultParallelism, IReadOnlyDictionary<string, string> configuration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(defaultParallelism, 1);
        DefaultParallelism = defaultParallelism;
        Configuration = configuration;
        _outer = Ambient.Value;
        Ambient.Value = this;
    }

    /// <summary>The graph that the program executed; null if it has not.</summary>
    public StreamGraph? Graph { get; private set; }

    /// <summary>Number of subtasks of operators for which the program sets none.</summary>
    public int DefaultParallelism { get; }

    /// <summary>Settings of the submission.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; }

    internal static GraphCapture? Current => Ambient.Value;

    internal void Take(StreamGraph graph)
    {
        if (Graph is not null)
            throw new JobGraphException(
                $"The program called Execute more than once: for '{Graph.Name}' and for '{graph.Name}'.",
                "One submission runs one job: leave one call to Execute.");
        Graph = graph;
    }

    /// <inheritdoc/>
    public void Dispose() => Ambient.Value = _outer;
}

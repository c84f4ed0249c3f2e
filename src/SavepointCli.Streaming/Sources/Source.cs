using SavepointCli.Streaming.Operators;

namespace SavepointCli.Streaming.Sources;

/// <summary>A source of records: see <see cref="Source{T, TSplit, TEnumeratorState}"/>.</summary>
public abstract class Source<T>
{
    private protected Source()
    {
    }

    /// <summary>Whether the source ends.</summary>
    public abstract Boundedness Boundedness { get; }

    internal abstract StreamOperator CreateOperator(WatermarkStrategy<T> watermarks);

    internal abstract SourceCoordinator CreateCoordinator(ISourceCoordinatorContext context);
}

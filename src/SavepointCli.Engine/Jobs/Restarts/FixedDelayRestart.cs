namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>A number of restarts over the life of the job, each behind the same time. The count never starts over.</summary>
internal sealed class FixedDelayRestart(int attempts, TimeSpan delay) : RestartStrategy
{
    private int _failures;

    /// <inheritdoc/>
    public override TimeSpan? OnFailure() => _failures < attempts && ++_failures <= attempts ? delay : null;
}

namespace SavepointCli.Engine.Jobs.Restarts;

/// <summary>The first failure is the last.</summary>
internal sealed class NoRestart : RestartStrategy
{
    public static NoRestart Instance { get; } = new();

    /// <inheritdoc/>
    public override TimeSpan? OnFailure() => null;
}

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Counts failed checkpoints in a row. Belongs to the job's thread. Mirrors <c>CheckpointFailureManager</c>.</summary>
/// <param name="tolerable">How many the job survives.</param>
internal sealed class CheckpointFailures(int tolerable)
{
    private int _inARow;

    /// <summary>Counts one; true if that is one too many, and the count starts over.</summary>
    public bool IsTooMany()
    {
        if (tolerable == int.MaxValue || ++_inARow <= tolerable)
        {
            return false;
        }

        _inARow = 0;
        return true;
    }

    /// <summary>A snapshot was completed.</summary>
    public void Reset() => _inARow = 0;
}

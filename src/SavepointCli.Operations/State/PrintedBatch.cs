using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>The lines of a batch, ready to be written, and what could not be decoded in it.</summary>
internal sealed class PrintedBatch
{
    /// <summary>Memory beyond this is not kept for the next batch.</summary>
    private const int LargestKept = 4 * 1024 * 1024;

    /// <summary>The lines.</summary>
    public JsonBuffer Lines { get; private set; } = new();

    /// <summary>What could not be decoded.</summary>
    public StateFindings Findings { get; } = new();

    /// <summary>Makes it ready for another batch.</summary>
    public PrintedBatch Clear()
    {
        if (Lines.Capacity > LargestKept)
        {
            Lines = new JsonBuffer();
        }

        Lines.Truncate(0);
        Findings.Clear();
        return this;
    }
}

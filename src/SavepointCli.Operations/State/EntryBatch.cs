using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// Entries of one subtask that lie behind each other, found but not decoded yet: what one thread takes and decodes while others do the
/// same with the batches around it.
/// </summary>
/// <param name="origin">The subtask.</param>
internal abstract class EntryBatch(StateOrigin origin)
{
    /// <summary>The subtask.</summary>
    public StateOrigin Origin { get; protected set; } = origin;

    /// <summary>The entries, decoded while they are enumerated.</summary>
    /// <param name="findings">Takes what could not be decoded.</param>
    public abstract IEnumerable<StateEntry> Decode(StateFindings findings);

    /// <summary>Prints the entries as lines of JSON, in the form of <see cref="StateEntryJson"/>.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="findings">Takes what could not be decoded.</param>
    public virtual void Print(JsonBuffer output, StateFindings findings)
    {
        foreach (var entry in Decode(findings))
        {
            StateEntryJson.PrintLine(output, entry);
        }
    }

    /// <summary>Gives the memory back; the batch is not used any more.</summary>
    public virtual void Return()
    {
    }
}

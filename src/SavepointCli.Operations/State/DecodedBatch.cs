namespace SavepointCli.Operations.State;

/// <summary>Entries that can't be found without decoding them: operator state, raw timers.</summary>
/// <param name="origin">The subtask.</param>
/// <param name="entries">The entries.</param>
/// <param name="found">What could not be decoded; null for nothing.</param>
internal sealed class DecodedBatch(StateOrigin origin, IReadOnlyList<StateEntry> entries, StateFindings? found = null) : EntryBatch(origin)
{
    public override IEnumerable<StateEntry> Decode(StateFindings findings)
    {
        findings.Add(found);
        return entries;
    }
}

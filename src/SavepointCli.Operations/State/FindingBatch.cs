namespace SavepointCli.Operations.State;

/// <summary>Stands where entries are missing, so that what is said of it comes in the order of the entries.</summary>
/// <param name="origin">The subtask.</param>
/// <param name="add">Adds what there is to say.</param>
internal sealed class FindingBatch(StateOrigin origin, Action<StateFindings> add) : EntryBatch(origin)
{
    public override IEnumerable<StateEntry> Decode(StateFindings findings)
    {
        add(findings);
        return [];
    }
}

namespace SavepointCli.Cluster.Journal;

/// <summary>Everything in a journal.</summary>
/// <param name="Operations">The operations, the latest request first.</param>
/// <param name="Unreadable">Files that should hold one and do not, with the reason.</param>
public sealed record JournalContent(IReadOnlyList<OperationRecord> Operations, IReadOnlyList<string> Unreadable);

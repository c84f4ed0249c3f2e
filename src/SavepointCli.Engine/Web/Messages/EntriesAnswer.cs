namespace SavepointCli.Engine.Web.Messages;

/// <summary>A page of entries.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Scanned">How many have been looked at, earlier pages included.</param>
/// <param name="Next">What to skip to go on; null at the end.</param>
/// <param name="Findings">What could not be read so far, and why.</param>
internal sealed record EntriesAnswer(IReadOnlyList<EntryAnswer> Entries, long Scanned, long? Next, IReadOnlyList<string> Findings);

/// <summary>An entry; key, namespace and value are JSON in a text.</summary>
/// <param name="Operator">Uid of the operator, else its id.</param>
/// <param name="State">Name of the state.</param>
/// <param name="Kind">Kind of the state.</param>
/// <param name="Subtask">The subtask that wrote it.</param>
/// <param name="KeyGroup">Its key group; null for operator state.</param>
/// <param name="Key">Its key; null for operator state.</param>
/// <param name="Namespace">Its window; null for none.</param>
/// <param name="Value">Its value.</param>
internal sealed record EntryAnswer(
    string Operator, string State, string Kind, int Subtask, int? KeyGroup, string? Key, string? Namespace, string Value);

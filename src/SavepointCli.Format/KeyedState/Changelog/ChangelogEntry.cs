namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>An entry of a key group after all changes, as heap tables store it.</summary>
/// <param name="StateIndex">Index in the header.</param>
/// <param name="Key">The key; empty for queue elements.</param>
/// <param name="Namespace">The namespace; empty for queue elements.</param>
/// <param name="Value">The value or the queue element.</param>
internal readonly record struct ChangelogEntry(int StateIndex, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Namespace, byte[] Value);

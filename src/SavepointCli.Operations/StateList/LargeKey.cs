namespace SavepointCli.Operations.StateList;

/// <summary>A key that takes many bytes.</summary>
/// <param name="Key">The key in its general form.</param>
/// <param name="Namespace">The namespace in its general form; each namespace of a key counts for itself.</param>
/// <param name="KeyGroup">Key group of the key.</param>
/// <param name="Subtask">The subtask that holds it.</param>
/// <param name="Bytes">Bytes of its key and value, of all entries together for a map.</param>
public sealed record LargeKey(object? Key, object? Namespace, int KeyGroup, int Subtask, long Bytes);

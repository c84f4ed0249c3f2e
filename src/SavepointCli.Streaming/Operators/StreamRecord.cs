namespace SavepointCli.Streaming.Operators;

/// <summary>A value on its way between operators.</summary>
/// <param name="Value">The value.</param>
/// <param name="Timestamp">Its timestamp in milliseconds since 1970 UTC; null if it has none.</param>
public readonly record struct StreamRecord<T>(T Value, long? Timestamp = null);

namespace SavepointCli.Streaming.Operators;

/// <summary>A timer that fires.</summary>
/// <param name="Timestamp">When it was due: milliseconds since 1970 UTC.</param>
/// <param name="Key">The key for which it was registered; it is the current key during the call.</param>
/// <param name="Namespace">The namespace for which it was registered.</param>
public readonly record struct InternalTimer<TKey, TNamespace>(long Timestamp, TKey Key, TNamespace Namespace);

namespace SavepointCli.Format.KeyedState;

/// <summary>A timer in raw keyed state.</summary>
/// <param name="Timestamp">When it fires: milliseconds since the epoch.</param>
/// <param name="Key">The key for which it fires.</param>
/// <param name="Namespace">The window, or <see cref="Values.VoidNamespace"/>.</param>
public readonly record struct RawTimer(long Timestamp, object? Key, object? Namespace);

namespace SavepointCli.Format.Values;

/// <summary>A registered timer. Timers are a set: time, key and namespace together are unique.</summary>
/// <typeparam name="TKey">Type of the key.</typeparam>
/// <typeparam name="TNamespace">Type of the namespace.</typeparam>
/// <param name="Timestamp">When it fires: milliseconds since the epoch.</param>
/// <param name="Key">The key for which it fires.</param>
/// <param name="Namespace">The window, or <see cref="VoidNamespace"/>.</param>
public readonly record struct Timer<TKey, TNamespace>(long Timestamp, TKey Key, TNamespace Namespace);

namespace SavepointCli.Format.KeyedState;

/// <summary>Where the parts of a canonical key lie in its bytes; see <see cref="KeyLayout"/>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="UserKey">The map key of a map state; empty for other states.</param>
public readonly record struct KeyParts(Range Key, Range Namespace, Range UserKey);

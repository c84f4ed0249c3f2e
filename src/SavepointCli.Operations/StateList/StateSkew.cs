using System.Collections.Immutable;

namespace SavepointCli.Operations.StateList;

/// <summary>How the entries of a keyed state are spread.</summary>
/// <param name="Subtasks">Over the subtasks.</param>
/// <param name="KeyGroups">Over the key groups.</param>
/// <param name="LargestKeys">The keys with the most bytes, largest first.</param>
public sealed record StateSkew(Spread Subtasks, Spread KeyGroups, ImmutableArray<LargeKey> LargestKeys);

using System.Collections.Immutable;

namespace SavepointCli.Format.Handles;

/// <summary>Where the elements of one operator state lie in the stream.</summary>
/// <param name="Name">Name of the state; <c>_default_</c> for raw state.</param>
/// <param name="Mode">How it is dealt out.</param>
/// <param name="Offsets">One position per element; exactly one for a broadcast state.</param>
public sealed record OperatorStateOffsets(string Name, OperatorStateMode Mode, ImmutableArray<long> Offsets);

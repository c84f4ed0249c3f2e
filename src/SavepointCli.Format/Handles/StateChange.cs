namespace SavepointCli.Format.Handles;

/// <summary>One change of state.</summary>
/// <param name="KeyGroup">Key group of the changed key; -1 where the description of a state changed.</param>
/// <param name="Change">The change as the changelog backend encodes it.</param>
public sealed record StateChange(int KeyGroup, ReadOnlyMemory<byte> Change);

namespace SavepointCli.Format.Coordinators;

/// <summary>How far a part of a file was read.</summary>
/// <param name="Offset">A position at which reading can begin.</param>
/// <param name="RecordsAfterOffset">Records behind it that were read already.</param>
public sealed record FileSourcePosition(long Offset, long RecordsAfterOffset);

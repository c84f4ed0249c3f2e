using SavepointCli.Format.Handles;

namespace SavepointCli.Format.Metadata;

/// <summary>One stream that a snapshot refers to.</summary>
/// <param name="Handle">The reference.</param>
/// <param name="Role">What the bytes are.</param>
/// <param name="MayBeShared">Whether other checkpoints of the job may refer to the same file: shared files of incremental handles, shared segments, changelogs.</param>
public readonly record struct StateStream(StreamHandle Handle, StateStreamRole Role, bool MayBeShared);

using System.Collections.Immutable;

namespace SavepointCli.Format.Handles;

/// <summary>Tags 4 and 17: the operator (non-keyed) state of one subtask. Mirrors <c>OperatorStateHandle</c>.</summary>
/// <param name="States">The states, in the order of the file.</param>
/// <param name="Stream">The stream that holds their elements.</param>
/// <param name="FileMerging">What tag 17 adds (1.20+ with file merging), else null.</param>
public sealed record OperatorStateHandle(
    ImmutableArray<OperatorStateOffsets> States, StreamHandle? Stream, FileMergingDirectories? FileMerging = null);

using System.Collections.Immutable;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.Metadata;

/// <summary>Everything that a <c>_metadata</c> file says. Mirrors <c>CheckpointMetadata</c>; the order of lists is that of the file.</summary>
/// <param name="Version">The metadata version, 2 to 7.</param>
/// <param name="CheckpointId">The id; a job restored from it continues with the next one.</param>
/// <param name="MasterStates">State of master hooks, almost always empty.</param>
/// <param name="Operators">The operators, stateless ones included.</param>
/// <param name="PropertiesTail">
/// What stands behind the last operator: the Java-serialised <c>CheckpointProperties</c> in version 4 and later (see
/// <see cref="CheckpointPropertiesTail"/>), nothing before. Bytes that follow anyway are ignored by Flink and kept here.
/// </param>
public sealed record SnapshotMetadata(
    int Version,
    long CheckpointId,
    ImmutableArray<MasterState> MasterStates,
    ImmutableArray<OperatorState> Operators,
    ReadOnlyMemory<byte> PropertiesTail)
{
    private const int FirstVersionOfFlink2 = 5;

    /// <summary>Which Kryo wrote values that only Kryo can read: nothing in the file but its version tells Flink 1.x from 2.x.</summary>
    public KryoVersion Kryo => Version < FirstVersionOfFlink2 ? KryoVersion.Kryo2 : KryoVersion.Kryo5;
}

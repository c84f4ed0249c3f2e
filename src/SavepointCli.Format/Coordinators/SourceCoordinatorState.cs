using SavepointCli.Format.Java;

namespace SavepointCli.Format.Coordinators;

/// <summary>
/// What the coordinator of a source stores in <see cref="Metadata.OperatorState.CoordinatorState"/>. Mirrors
/// <c>SourceCoordinatorSerdeUtils</c>; see <c>docs/format/operator-state.md</c>.
/// </summary>
/// <param name="Version">1 since Flink 1.13, 0 before.</param>
/// <param name="Enumerator">State of the split enumerator; see <see cref="EnumeratorStates"/>.</param>
/// <param name="Trailer">Version 0 only: readers and assignments, which later releases pass over.</param>
public sealed record SourceCoordinatorState(int Version, VersionedBytes Enumerator, ReadOnlyMemory<byte> Trailer)
{
    /// <summary>What Flink 1.13 and later write.</summary>
    public const int CurrentVersion = 1;

    private const int VersionWithTrailer = 0;

    /// <summary>State in the current version.</summary>
    public SourceCoordinatorState(VersionedBytes enumerator)
        : this(CurrentVersion, enumerator, default)
    {
    }

    /// <summary>Reads the whole coordinator state.</summary>
    /// <exception cref="SavepointFormatException">It is not that of a source: other coordinators store what they like.</exception>
    public static SourceCoordinatorState Read(ReadOnlySpan<byte> bytes, DataOrigin? origin = null)
    {
        var reader = new JavaDataReader(bytes, origin);
        var version = reader.ReadInt32();
        if (version is not (VersionWithTrailer or CurrentVersion))
        {
            throw reader.Fault($"version {version} of a source coordinator is not known", ExitCode.Unsupported);
        }

        var enumerator = VersionedBytes.Read(ref reader);
        if (version != VersionWithTrailer && reader.Remaining > 0)
        {
            throw reader.Fault($"{reader.Remaining} bytes stand behind the enumerator of a source coordinator");
        }

        return new SourceCoordinatorState(version, enumerator, reader.ReadRest().ToArray());
    }

    /// <summary>Writes the whole coordinator state.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Version);
        Enumerator.Write(writer);
        writer.WriteBytes(Trailer.Span);
    }
}

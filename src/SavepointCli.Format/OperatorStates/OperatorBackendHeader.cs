using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Format.OperatorStates;

/// <summary>
/// Head of a stream of managed operator state. Mirrors <c>OperatorBackendSerializationProxy</c>; see
/// <c>docs/format/operator-state.md</c>.
/// </summary>
/// <param name="Version">5 up to Flink 1.17, 6 since 1.18, which added the compression flag.</param>
/// <param name="IsCompressed">Whether the elements are snappy framed; version 5 can't be.</param>
/// <param name="ListStates">Split and union states.</param>
/// <param name="BroadcastStates">Broadcast states.</param>
public sealed record OperatorBackendHeader(
    int Version, bool IsCompressed, ImmutableArray<StateMeta> ListStates, ImmutableArray<StateMeta> BroadcastStates)
{
    /// <summary>What Flink 1.18 and later write; earlier releases can't read it.</summary>
    public const int CurrentVersion = 6;

    /// <summary>What every Flink from 1.7 on reads.</summary>
    public const int UncompressedVersion = 5;

    /// <summary>The state of that name in either list, or null; no name may stand in both.</summary>
    public StateMeta? Find(string name) =>
        ListStates.FirstOrDefault(state => state.Name == name) ?? BroadcastStates.FirstOrDefault(state => state.Name == name);

    /// <summary>Reads the header from the start of a stream.</summary>
    public static OperatorBackendHeader Read(ref JavaDataReader reader)
    {
        var version = reader.ReadInt32();
        if (version is not (UncompressedVersion or CurrentVersion))
        {
            throw reader.Fault(
                $"version {version} of the operator state header is not known, only {UncompressedVersion} and {CurrentVersion} (Flink 1.7 and later)",
                ExitCode.Unsupported);
        }

        var compressed = version >= CurrentVersion && reader.ReadBoolean();
        var listStates = KeyedBackendHeader.ReadStates(ref reader, "operator list states");
        var broadcastStates = KeyedBackendHeader.ReadStates(ref reader, "broadcast states");
        return new OperatorBackendHeader(version, compressed, listStates, broadcastStates);
    }

    /// <summary>Writes the header as Flink does.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(Version);
        if (Version >= CurrentVersion)
        {
            writer.WriteBoolean(IsCompressed);
        }

        KeyedBackendHeader.WriteStates(writer, ListStates);
        KeyedBackendHeader.WriteStates(writer, BroadcastStates);
    }
}

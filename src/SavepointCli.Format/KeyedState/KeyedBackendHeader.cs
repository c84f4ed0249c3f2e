using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Head of every stream of keyed state: what the keys are and which states follow. Mirrors <c>KeyedBackendSerializationProxy</c>;
/// see <c>docs/format/keyed-state.md</c>.
/// </summary>
/// <param name="IsCompressed">Whether the key groups behind the header are snappy framed.</param>
/// <param name="KeySerializer">Describes the keys of all states.</param>
/// <param name="States">The states; entries name them by their index in this list, which is local to the stream.</param>
public sealed record KeyedBackendHeader(bool IsCompressed, SerializerSnapshot KeySerializer, ImmutableArray<StateMeta> States)
{
    /// <summary>The only version that Flink has written since 1.7.</summary>
    public const int CurrentVersion = 6;

    private const int SmallestStateMeta = 14;

    /// <summary>Reads the header from the start of a stream.</summary>
    public static KeyedBackendHeader Read(ref JavaDataReader reader)
    {
        var version = reader.ReadInt32();
        if (version != CurrentVersion)
        {
            throw reader.Fault($"version {version} of the keyed state header is not known, only {CurrentVersion} (Flink 1.7 and later)", ExitCode.Unsupported);
        }

        var compressed = reader.ReadBoolean();
        var keySerializer = SerializerSnapshots.ReadTopLevel(ref reader);
        return new KeyedBackendHeader(compressed, keySerializer, ReadStates(ref reader, "keyed states"));
    }

    /// <summary>Reads a stream that holds a header and nothing else, as RocksDB files have it beside them.</summary>
    /// <param name="stream">The stream; must be able to seek, stays open.</param>
    /// <param name="path">Names the stream in messages.</param>
    public static KeyedBackendHeader Read(Stream stream, string path) => StreamHead.Read(stream, path, [], Read);

    /// <summary>Reads the header from the start of the stream of a handle.</summary>
    /// <param name="stream">The stream, able to seek; its position changes.</param>
    /// <param name="handle">Where its key groups lie: the header ends where the first begins.</param>
    /// <param name="path">Names the stream in messages.</param>
    public static KeyedBackendHeader ReadFrom(Stream stream, KeyGroupsHandle handle, string path) =>
        StreamHead.Read(stream, path, handle.Offsets, Read);

    /// <summary>Writes the header as Flink does.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(CurrentVersion);
        writer.WriteBoolean(IsCompressed);
        SerializerSnapshots.WriteTopLevel(writer, KeySerializer);
        WriteStates(writer, States);
    }

    internal static ImmutableArray<StateMeta> ReadStates(ref JavaDataReader reader, string what)
    {
        var count = reader.ReadInt16();
        if (count < 0 || count * SmallestStateMeta > reader.Remaining)
        {
            throw reader.Fault($"impossible number of {what}: {count}");
        }

        var states = ImmutableArray.CreateBuilder<StateMeta>(count);
        for (var i = 0; i < count; i++)
        {
            states.Add(StateMeta.Read(ref reader));
        }

        return states.MoveToImmutable();
    }

    internal static void WriteStates(JavaDataWriter writer, ImmutableArray<StateMeta> states)
    {
        writer.WriteInt16(checked((short)states.Length));
        foreach (var state in states)
        {
            state.Write(writer);
        }
    }
}

using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

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

    /// <summary>Writes the header as Flink does.</summary>
    public void Write(JavaDataWriter writer)
    {
        writer.WriteInt32(CurrentVersion);
        writer.WriteBoolean(IsCompressed);
        SnapshotFraming.Write(writer, KeySerializer);
        WriteStates(writer, States);
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

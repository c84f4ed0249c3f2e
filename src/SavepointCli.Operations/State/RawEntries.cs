using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>What only the operator itself understands, as bytes; and records in flight, as numbers of bytes.</summary>
internal static class RawEntries
{
    /// <summary>Name under which the state of an operator's coordinator is shown.</summary>
    public const string CoordinatorState = "coordinator";

    private const string InputChannels = "input-channel";
    private const string ResultSubpartitions = "result-subpartition";

    private static readonly NamedFields Input = new("InputChannel", ["gate", "channel", "bytes", "buffers"]);
    private static readonly NamedFields Result = new("ResultSubpartition", ["partition", "subpartition", "bytes", "buffers"]);

    /// <summary>The state of an operator's coordinator, which belongs to no subtask.</summary>
    public static IEnumerable<EntryBatch> OfCoordinator(Stream stream, StateOrigin origin)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        yield return new DecodedBatch(
            origin, [NewEntry(origin, CoordinatorState, StateEntryKind.Coordinator, SourceValues.OfCoordinator(bytes))]);
    }

    /// <summary>Raw operator state: one list with the bytes of each partition.</summary>
    public static IEnumerable<EntryBatch> OfOperator(Stream stream, OperatorStateHandle handle, string path, StateOrigin origin)
    {
        var reader = new RawOperatorStateReader(stream, handle, path);
        var partitions = new List<object?>();
        foreach (var offset in reader.Partitions)
        {
            partitions.Add(reader.ReadAt(offset).ToArray());
        }

        yield return new DecodedBatch(origin, [NewEntry(origin, RawOperatorStateReader.StateName, StateEntryKind.Raw, partitions)]);
    }

    /// <summary>Records in flight of an unaligned checkpoint.</summary>
    public static IEnumerable<EntryBatch> OfChannels(SubtaskState subtask, StateOrigin origin)
    {
        List<StateEntry> entries =
        [
            .. EntriesOf(subtask.InputChannelStates, InputChannels, Input, origin),
            .. EntriesOf(subtask.ResultSubpartitionStates, ResultSubpartitions, Result, origin),
        ];
        if (entries.Count > 0)
        {
            yield return new DecodedBatch(origin, entries);
        }
    }

    private static IEnumerable<StateEntry> EntriesOf(ImmutableArray<ChannelStateHandle> handles, string name, NamedFields fields, StateOrigin origin) =>
        handles.Length > 0 && origin.Selection.Wants(name)
            ? handles.SelectMany(handle => handle.Channels()).Select(channel => NewEntry(
                origin, name, StateEntryKind.Channel, new FlinkPojo(fields, channel.Gate, channel.Channel, channel.StateSize, channel.Buffers)))
            : [];

    private static StateEntry NewEntry(StateOrigin origin, string state, StateEntryKind kind, object? value) => new()
    {
        Operator = origin.Operator,
        OperatorId = origin.OperatorId,
        State = state,
        Kind = kind,
        Subtask = origin.Subtask,
        Value = value,
    };
}

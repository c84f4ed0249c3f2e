using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.State;

/// <summary>
/// Raw keyed state: timers, named as the states in which managed state keeps them; what else operators keep there as the bytes of each key
/// group.
/// </summary>
internal static class RawTimerEntries
{
    private const string EventTime = "_timer_state/event_";
    private const string ProcessingTime = "_timer_state/processing_";
    private const string RawState = "raw-keyed";

    public static IEnumerable<EntryBatch> Read(Stream stream, KeyGroupsHandle handle, string path, StateOrigin origin)
    {
        var reader = new RawKeyGroupReader(stream, handle, path);
        var keyGroups = handle.KeyGroups.Intersect(origin.Selection.KeyGroupsOf(origin.OperatorId));
        for (var keyGroup = keyGroups.Start; keyGroup <= keyGroups.End; keyGroup++)
        {
            if (!reader.TryRead(keyGroup, out var bytes))
            {
                continue;
            }

            if (!RawTimers.IsTimers(bytes))
            {
                yield return new DecodedBatch(origin, BytesOf(origin, keyGroup, bytes));
                continue;
            }

            foreach (var service in RawTimers.Read(bytes, origin.Kryo, new DataOrigin(path, handle.OffsetOf(keyGroup))))
            {
                yield return new DecodedBatch(origin, Entries(origin, keyGroup, EventTime + service.Name, service.EventTime));
                yield return new DecodedBatch(origin, Entries(origin, keyGroup, ProcessingTime + service.Name, service.ProcessingTime));
            }
        }
    }

    private static List<StateEntry> BytesOf(StateOrigin origin, int keyGroup, ReadOnlySpan<byte> bytes) =>
        origin.Selection.Wants(RawState) && origin.Selection.Key is null && origin.Selection.Namespace is null
            ?
            [
                new StateEntry
                {
                    Operator = origin.Operator,
                    OperatorId = origin.OperatorId,
                    State = RawState,
                    Kind = StateEntryKind.Raw,
                    Subtask = origin.Subtask,
                    KeyGroup = keyGroup,
                    Value = bytes.ToArray(),
                },
            ]
            : [];

    private static List<StateEntry> Entries(StateOrigin origin, int keyGroup, string state, IEnumerable<RawTimer> timers) =>
        origin.Selection.Wants(state)
            ? [.. timers.Where(timer => origin.Selection.Wants(timer.Key, timer.Namespace)).Select(timer => new StateEntry
            {
                Operator = origin.Operator,
                OperatorId = origin.OperatorId,
                State = state,
                Kind = StateEntryKind.Timer,
                Subtask = origin.Subtask,
                KeyGroup = keyGroup,
                Key = timer.Key,
                Namespace = timer.Namespace,
                Value = timer.Timestamp,
            })]
            : [];
}

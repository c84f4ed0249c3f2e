using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;

namespace SavepointCli.Operations.State;

/// <summary>Timers that lie in raw keyed state, named as the states in which managed state keeps them.</summary>
internal static class RawTimerEntries
{
    private const string EventTime = "_timer_state/event_";
    private const string ProcessingTime = "_timer_state/processing_";

    public static IEnumerable<StateEntry> Read(Stream stream, KeyGroupsHandle handle, string path, StateOrigin origin)
    {
        var reader = new RawKeyGroupReader(stream, handle, path);
        for (var keyGroup = handle.KeyGroups.Start; keyGroup <= handle.KeyGroups.End; keyGroup++)
        {
            if (!reader.TryRead(keyGroup, out var bytes) || !RawTimers.IsTimers(bytes))
            {
                continue;
            }

            foreach (var service in RawTimers.Read(bytes, origin.Kryo, new DataOrigin(path, handle.OffsetOf(keyGroup))))
            {
                foreach (var entry in Entries(origin, keyGroup, EventTime + service.Name, service.EventTime)
                    .Concat(Entries(origin, keyGroup, ProcessingTime + service.Name, service.ProcessingTime)))
                {
                    yield return entry;
                }
            }
        }
    }

    private static IEnumerable<StateEntry> Entries(StateOrigin origin, int keyGroup, string state, IEnumerable<RawTimer> timers) =>
        origin.Selection.Wants(state)
            ? timers.Select(timer => new StateEntry
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
            })
            : [];
}

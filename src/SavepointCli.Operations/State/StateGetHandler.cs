using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using SavepointCli.Format.Values;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Operations.State;

/// <summary>
/// Looks one key up: opens only the streams whose key groups hold it and reads only its key group there, where the type of the keys tells
/// the key group. Keys of other types are looked for in the whole state.
/// </summary>
/// <param name="storage">Where snapshots lie.</param>
public sealed class StateGetHandler(IStorage storage)
{
    /// <summary>Finds what the state holds for the key.</summary>
    /// <exception cref="SavepointException">There is no such snapshot, operator, state, key or map key.</exception>
    public StateGetReport Handle(StateGetRequest request, CancellationToken cancellation)
    {
        var reading = new StateReading(Snapshot.Open(request.Path, storage, request.Mappings), new StateReadRequest
        {
            Path = request.Path,
            Operator = request.Operator,
            State = request.State,
            Key = request.Key,
            Namespace = request.Namespace,
            Uids = request.Uids,
        });
        var entries = reading.Entries(cancellation).ToImmutableArray();
        RequireReadable(reading);
        if (entries.IsEmpty)
        {
            ThrowNoKey(request, reading.WantedKeyGroup);
        }

        return new StateGetReport(request.MapKey is { } mapKey ? In(mapKey, entries, request) : entries, [.. reading.Findings], reading.Moved)
        {
            ExitCode = reading.ExitCode,
        };
    }

    /// <summary>What is missing might have held the key: that is no answer, neither yes nor no.</summary>
    private static void RequireReadable(StateReading reading)
    {
        if (reading.Findings.FirstOrDefault(finding => finding.Severity == StateFindingSeverity.Error) is { } missing)
        {
            throw new SavepointException(missing.ExitCode, missing.Message);
        }
    }

    private static ImmutableArray<StateEntry> In(WantedText mapKey, ImmutableArray<StateEntry> entries, StateGetRequest request)
    {
        if (entries.FirstOrDefault(entry => entry.Value is not FlinkMap) is { } other)
        {
            throw new SavepointException(
                ExitCode.Usage, $"state '{request.State}' is no map but of kind {StateEntryJson.NameOf(other.Kind)}", "leave the map key away");
        }

        var found = entries.SelectMany(entry => Under(mapKey, entry)).ToImmutableArray();
        return found.IsEmpty
            ? throw new SavepointException(
                ExitCode.NotFound, $"no map key {mapKey} under key {request.Key} in state '{request.State}' of operator '{request.Operator}'")
            : found;
    }

    private static IEnumerable<StateEntry> Under(WantedText mapKey, StateEntry entry) =>
        ((FlinkMap)entry.Value!).Where(pair => mapKey.Equals(PrintedValue.Of(pair.Key))).Select(pair => entry with { Value = pair.Value });

    [DoesNotReturn]
    private static void ThrowNoKey(StateGetRequest request, int? keyGroup) => throw new SavepointException(
        ExitCode.NotFound,
        $"no key {request.Key}{(request.Namespace is { } wanted ? $" in namespace {wanted}" : "")} in state '{request.State}' of operator '{request.Operator}'"
            + (keyGroup is { } number ? $" (it would be in key group {number})" : ""));
}

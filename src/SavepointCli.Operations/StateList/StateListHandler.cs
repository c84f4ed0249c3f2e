using System.Collections.Immutable;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.StateList;

/// <summary>Lists the states of a snapshot: types from the heads of the streams, numbers from the entries. Decodes no values.</summary>
/// <param name="storage">Where snapshots lie.</param>
public sealed class StateListHandler(IStorage storage)
{
    /// <summary>Lists the states; what can't be read becomes a finding.</summary>
    /// <exception cref="SavepointException">There is no snapshot, or nothing in it has the names that are wanted.</exception>
    public StateListReport Handle(StateListRequest request, CancellationToken cancellation)
    {
        var snapshot = Snapshot.Open(request.Path, storage, request.Mappings);
        var operators = OperatorNames.Select(snapshot.Metadata, request.Operator);
        var tallies = operators.ToDictionary(
            state => state.Id, state => new OperatorTallies(state, request.State, request.Depth == StateListDepth.Skew));
        var findings = new StateFindings();
        var names = new OperatorNames(request.Uids);
        foreach (var state in operators)
        {
            Describe(snapshot, state, names, tallies[state.Id], findings, cancellation);
        }

        if (request.Depth >= StateListDepth.Counts)
        {
            var reading = new StateReading(snapshot, ReadRequestOf(request));
            foreach (var batch in reading.Batches(cancellation))
            {
                tallies[batch.Origin.OperatorId].Count(batch, findings);
                batch.Return();
            }
        }

        var states = operators.SelectMany(state => tallies[state.Id].States.Select(tally => tally.ToListed(names, request.Depth))).ToImmutableArray();
        RequireFound(request, states, findings);
        return new StateListReport(
            snapshot.Pointer, request.Depth, states, states.Sum(state => state.Bytes ?? 0), findings.All, StateReading.ExitCodeOf(findings.All), snapshot.Streams.Moved);
    }

    private static void Describe(
        Snapshot snapshot, OperatorState state, OperatorNames names, OperatorTallies tallies, StateFindings findings, CancellationToken cancellation)
    {
        var heads = new StateHeads(snapshot.Streams);
        foreach (var subtask in state.Subtasks)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (heads.Of(subtask.ManagedOperatorState) is { } operatorHead)
                {
                    foreach (var offsets in subtask.ManagedOperatorState!.States)
                    {
                        if (operatorHead.Find(offsets.Name) is { } meta)
                        {
                            tallies.Describe(offsets, meta);
                        }
                    }

                    tallies.Count(subtask.ManagedOperatorState);
                }

                foreach (var head in heads.Of(subtask.ManagedKeyedState))
                {
                    tallies.Describe(head, snapshot.Metadata.Kryo);
                }
            }
            catch (SavepointException fault)
            {
                findings.Missing(OriginOf(snapshot, state, names, subtask), fault);
            }
        }
    }

    private static StateOrigin OriginOf(Snapshot snapshot, OperatorState state, OperatorNames names, SubtaskState subtask) => new(
        names.NameOf(state), state.Id, subtask.Index, state.MaxParallelism, snapshot.Metadata.Kryo, new StateSelection(new StateReadRequest { Path = "" }));

    private static StateReadRequest ReadRequestOf(StateListRequest request) => new()
    {
        Path = request.Path,
        Operator = request.Operator,
        State = request.State,
        Uids = request.Uids,
        Mappings = request.Mappings,
    };

    private static void RequireFound(StateListRequest request, ImmutableArray<ListedState> states, StateFindings findings)
    {
        if (request.State is { } wanted && states.IsEmpty && findings.All.Count == 0)
        {
            throw new SavepointException(ExitCode.NotFound, $"no state '{wanted}' in the snapshot", "savepointctl state list shows the names");
        }
    }
}

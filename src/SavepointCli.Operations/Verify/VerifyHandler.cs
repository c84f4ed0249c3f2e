using SavepointCli.Format;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Verify;

/// <summary>Checks a snapshot at rest. Never stops at the first thing that is wrong.</summary>
/// <param name="storage">Where snapshots lie.</param>
/// <param name="random">Draws the lots where a share of the data is to be read.</param>
public sealed class VerifyHandler(IStorage storage, Random random)
{
    /// <summary>Checks the snapshot.</summary>
    /// <exception cref="SavepointException">There is no snapshot, or its metadata are of an unknown version.</exception>
    public VerifyReport Handle(VerifyRequest request, CancellationToken cancellation)
    {
        var findings = new VerifyFindings();
        try
        {
            var snapshot = Snapshot.Open(request.Path, storage, request.Mappings);
            return Check(snapshot, request, findings, cancellation);
        }
        catch (SavepointFormatException fault) when (fault.ExitCode == ExitCode.Damaged)
        {
            findings.Add(new VerifyFinding(VerifySeverity.Error, VerifyCode.Metadata, fault.Path, fault.Offset, fault.What));
            var nothing = new VerifyTotals(0, 0, 0, 0, 0, 0, 0);
            return new VerifyReport(
                SnapshotPointer.Resolve(request.Path, storage), VerifyDepth.Structure, Subset: null, findings.ToSorted(), findings.LeftOut, nothing, Moved: []);
        }
    }

    private VerifyReport Check(Snapshot snapshot, VerifyRequest request, VerifyFindings findings, CancellationToken cancellation)
    {
        var names = new OperatorNames(request.Uids);
        var structure = new StructureCheck(snapshot, names, findings);
        structure.Run();
        var files = new FileCheck(snapshot, storage, findings);
        if (request.Depth >= VerifyDepth.Files)
        {
            files.Run(cancellation);
        }

        var data = new DataCheck(snapshot, names, structure, files, findings, random);
        if (request.Depth >= VerifyDepth.Data)
        {
            data.Run(request, cancellation);
        }

        var streams = StateStreams.Of(snapshot.Metadata);
        var totals = new VerifyTotals(
            snapshot.Metadata.Operators.Length,
            snapshot.Metadata.Operators.Sum(state => state.Subtasks.Length),
            files.Count,
            files.Bytes,
            streams.Sum(stream => stream.Handle is Format.Handles.InlineStreamHandle inline ? inline.Size : 0),
            data.Counter.Entries,
            data.Counter.Bytes);
        return new VerifyReport(
            snapshot.Pointer, request.Depth, request.Subset, findings.ToSorted(), findings.LeftOut, totals, snapshot.Streams.Moved);
    }
}

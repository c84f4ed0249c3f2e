using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Rest;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Tracking;

/// <summary>
/// Has operations carried out at most once each: journalled before the request is sent, taken up again where a command is repeated
/// with the same id, and followed to their end, also past an interruption, a lost answer or a restarted JobManager.
/// </summary>
/// <param name="client">Speaks to the cluster.</param>
/// <param name="endpoint">Which cluster that is.</param>
/// <param name="journal">Remembers what was asked.</param>
/// <param name="wait">How long to wait as a whole.</param>
/// <param name="time">The clock.</param>
/// <param name="note">Told what a person should know beside the result.</param>
public sealed class OperationTracker(
    FlinkRestClient client, ClusterEndpoint endpoint, OperationJournal journal, WaitLimit wait, TimeProvider time, Action<string> note)
{
    private readonly JournalKeeper _journal = new(journal, note);
    private readonly OperationSearch _search = new(client.Operations, time);

    /// <summary>Begins an operation or takes it up again, and waits for it unless detached.</summary>
    /// <returns>The operation: complete, or if detached at least accepted.</returns>
    /// <exception cref="OperationUnfinishedException">The waiting ended before the operation did.</exception>
    public Task<OperationRecord> RunAsync(OperationOrder order, CancellationToken cancellation)
    {
        var fresh = new OperationRecord(
            order.Id ?? TriggerId.Random(), order.Request, endpoint.Reference, time.GetUtcNow(), OperationState.Requested);
        return WatchAsync(fresh, token => RunAsync(fresh, order, token), cancellation);
    }

    /// <summary>Waits for an operation that was begun before.</summary>
    public Task<OperationRecord> WaitAsync(OperationRecord known, CancellationToken cancellation) =>
        WatchAsync(known, token => FollowAsync(known, token), cancellation);

    /// <summary>What is known of an operation right now: from the journal, else from the cluster, its history, the storage.</summary>
    public async Task<OperationFinding> LookAsync(OperationRecord known, CancellationToken cancellation)
    {
        if (known.IsOver || known.State == OperationState.Refused) return new OperationFinding(known, "the journal says so");
        if (await client.Operations.FindAsync(known.Request, known.AskedFor, cancellation).ConfigureAwait(false) is not { } status)
            return await SearchAsync(known, cancellation).ConfigureAwait(false);

        var record = await _journal.UpdateAsync(With(known, status)).ConfigureAwait(false);
        return new OperationFinding(record, "the cluster says so") { IsRunning = !status.IsOver };
    }

    /// <summary>An operation that was asked for from another machine, or null if the cluster does not know it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="job">Its job, or null to ask for all jobs that the cluster has.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<OperationRecord?> FindElsewhereAsync(TriggerId id, JobId? job, CancellationToken cancellation)
    {
        IReadOnlyList<JobId> jobs = job is { } one
            ? [one]
            : [.. (await client.ListJobsAsync(cancellation).ConfigureAwait(false)).Select(listed => listed.Id)];
        foreach (var candidate in jobs)
        {
            // Stops and cancellations are savepoints to the cluster: by the id alone it tells only these two apart.
            foreach (var kind in (OperationKind[])[OperationKind.Savepoint, OperationKind.Checkpoint])
            {
                var request = new OperationRequest(kind, candidate);
                if (await client.Operations.FindAsync(request, id, cancellation).ConfigureAwait(false) is not null)
                    return new OperationRecord(id, request, endpoint.Reference, time.GetUtcNow(), OperationState.Accepted);
            }
        }

        return null;
    }

    private async Task<OperationRecord> RunAsync(OperationRecord fresh, OperationOrder order, CancellationToken cancellation)
    {
        var record = await _journal.BeginAsync(fresh, cancellation).ConfigureAwait(false);
        record = ReferenceEquals(record, fresh)
            ? await SubmitAsync(fresh, cancellation).ConfigureAwait(false)
            : await ResumeAsync(record, fresh, cancellation).ConfigureAwait(false);
        if (order.Id is not null && record.ClusterId is { } other)
            note($"the cluster took operation {record.Id} under the id {other}: sent again it would be another one, so do not repeat it");
        return order.Detached && record.Failure is null ? record : await FollowAsync(record, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends the trigger. What is certain not to have begun is noted as such, so that the same id may be used again.</summary>
    private async Task<OperationRecord> SubmitAsync(OperationRecord record, CancellationToken cancellation)
    {
        var outcome = await client.Operations.TriggerAsync(record.Request, record.Id, cancellation).ConfigureAwait(false);
        if (outcome.Id is { } id)
        {
            var accepted = record with { State = OperationState.Accepted, ClusterId = id == record.Id ? null : id };
            return await _journal.UpdateAsync(accepted).ConfigureAwait(false);
        }

        if (outcome.MayHaveActed) throw Unfinished(record, outcome.Fault!);
        var refused = record with { State = OperationState.Refused, Failure = OperationFailure.Of(outcome.Fault!) };
        await _journal.UpdateAsync(refused).ConfigureAwait(false);
        throw outcome.Fault!;
    }

    /// <summary>Takes up what an earlier command began under the same id; sends it again only if it certainly never began.</summary>
    private async Task<OperationRecord> ResumeAsync(OperationRecord known, OperationRecord fresh, CancellationToken cancellation)
    {
        if (known.Request != fresh.Request)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the operation id {known.Id} stands for another operation: the {known.Request}, requested at {known.RequestedAt:u}",
                "repeat the command as it was, or choose another --operation-id");
        }

        if (known.State == OperationState.Refused)
            return await SubmitAsync(await _journal.UpdateAsync(fresh).ConfigureAwait(false), cancellation).ConfigureAwait(false);

        note($"operation {known.Id} was requested at {known.RequestedAt:u} already; taking it up again");
        var finding = await LookAsync(known, cancellation).ConfigureAwait(false);
        if (finding.NeverBegan && known.State == OperationState.Requested)
        {
            note($"{finding.Explanation}; sending it again");
            return await SubmitAsync(known with { Cluster = endpoint.Reference }, cancellation).ConfigureAwait(false);
        }

        return finding.Record.IsOver || finding.IsRunning ? finding.Record : throw Lost(finding);
    }

    private async Task<OperationRecord> FollowAsync(OperationRecord record, CancellationToken cancellation)
    {
        foreach (var pause in PollIntervals.Endless())
        {
            var finding = await LookAgainAsync(record, cancellation).ConfigureAwait(false);
            record = finding.Record;
            if (record.State == OperationState.Completed) return record;
            if (record.Failure is { } failure) throw failure.ToFault();
            if (!finding.IsRunning) throw Lost(finding);
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }

        throw new InvalidOperationException("the pauses never end");
    }

    private async Task<OperationFinding> LookAgainAsync(OperationRecord record, CancellationToken cancellation)
    {
        try
        {
            return await LookAsync(record, cancellation).ConfigureAwait(false);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unreachable)
        {
            throw Unfinished(record, fault);
        }
    }

    private async Task<OperationFinding> SearchAsync(OperationRecord known, CancellationToken cancellation)
    {
        var finding = await _search.SearchAsync(known, cancellation).ConfigureAwait(false);
        if (finding.Record == known) return finding;
        note($"the cluster has forgotten operation {known.Id}; {finding.Explanation}");
        return finding with { Record = await _journal.UpdateAsync(finding.Record).ConfigureAwait(false) };
    }

    /// <summary>Whatever ends the waiting early tells how to come back.</summary>
    private async Task<OperationRecord> WatchAsync(
        OperationRecord record, Func<CancellationToken, Task<OperationRecord>> work, CancellationToken cancellation)
    {
        try
        {
            return await wait.RunAsync($"{record.Request}", work, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellation.IsCancellationRequested)
        {
            var hint = $"what the cluster already has goes on there: {record.ComeBack}";
            throw new OperationUnfinishedException(record, ExitCode.Interrupted, "interrupted", hint, exception);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.WaitTimedOut)
        {
            var hint = $"it goes on at the cluster: {record.ComeBack}; --timeout gives it longer, --timeout 0 waits without limit";
            throw new OperationUnfinishedException(record, fault.ExitCode, fault.Message, hint, fault);
        }
    }

    private static OperationRecord With(OperationRecord record, OperationStatus status) => status switch
    {
        { IsOver: false } => record with { State = OperationState.Accepted },
        { Failure: { } failure } =>
            record with { State = OperationState.Failed, Failure = OperationFailure.Of(failure), Source = KnowledgeSource.Cluster },
        _ => record with
        {
            State = OperationState.Completed,
            Location = status.Location,
            CheckpointId = status.CheckpointId,
            Source = KnowledgeSource.Cluster,
        },
    };

    private static OperationUnfinishedException Unfinished(OperationRecord record, SavepointException fault) => new(
        record, fault.ExitCode, fault.Message, $"it goes on at the cluster, if it got there: {record.ComeBack}", fault);

    private static OperationUnfinishedException Lost(OperationFinding finding) => new(
        finding.Record,
        ExitCode.NotFound,
        $"the cluster does not know operation {finding.Record.Id} ({finding.Record.Request}) and nothing tells how it ended: "
        + finding.Explanation,
        "look at the target directory; a new --operation-id asks for another one");
}

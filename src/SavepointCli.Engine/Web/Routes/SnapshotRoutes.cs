using System.Globalization;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Web.Messages;
using SavepointCli.Engine.Web.Snapshots;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Inspect;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Web.Routes;

/// <summary>Snapshots at rest: the list, what one of them holds, and its entries.</summary>
internal sealed class SnapshotRoutes(
    IEmbeddedCluster cluster,
    SnapshotFolders folders,
    SnapshotCatalogue catalogue,
    SnapshotSummaries summaries,
    IStorage storage,
    TimeProvider time) : IRouteGroup
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    public IReadOnlyList<RestRoute> Routes =>
    [
        Route("/savepointctl/v1/snapshots", List),
        Route("/savepointctl/v1/snapshot", (call, cancellation) => OfOne(call, path => Show(path, cancellation))),
        Route("/savepointctl/v1/entries", (call, cancellation) => OfOne(call, path => Entries(call, path, cancellation))),
    ];

    /// <summary>Reading files would hold up the thread that the socket is read on.</summary>
    private static RestRoute Route(string template, Func<RestCall, CancellationToken, RestAnswer> handler) =>
        RestRoute.WithoutBody("GET", template, (call, cancellation) => Task.Run(() => handler(call, cancellation), cancellation))
            .For(RouteAccess.Private);

    private RestAnswer List(RestCall call, CancellationToken cancellation)
    {
        var all = catalogue.List(cancellation);
        var jobs = cluster.Jobs;
        if (call.QueryValue("filter") is { Length: > 0 } filter)
        {
            all = [.. all.Where(snapshot => IsMeant(snapshot, filter, jobs))];
        }

        var used = InUse(jobs);
        var rows = all.Skip((int)Number(call, "offset", 0, int.MaxValue)).Take(Limit(call)).Select(snapshot => Row(snapshot, jobs, used, cancellation));
        return RestAnswer.Of(new SnapshotsAnswer(all.Count, [.. rows]), WebJson.Default.SnapshotsAnswer);
    }

    private static bool IsMeant(FoundSnapshot snapshot, string filter, IReadOnlyList<JobOverview> jobs) =>
        snapshot.Directory.Contains(filter, StringComparison.OrdinalIgnoreCase)
        || SnapshotOwner.Of(snapshot.Directory, jobs).Name?.Contains(filter, StringComparison.OrdinalIgnoreCase) == true;

    private SnapshotRow Row(
        FoundSnapshot snapshot, IReadOnlyList<JobOverview> jobs, IReadOnlyDictionary<string, SnapshotUse> used, CancellationToken cancellation)
    {
        var owner = SnapshotOwner.Of(snapshot.Directory, jobs);
        var summary = summaries.Of(snapshot, cancellation);
        return new SnapshotRow(
            FlinkPath.ToUri(snapshot.Directory),
            Path.GetFileName(snapshot.Directory),
            snapshot.Modified.ToUnixTimeMilliseconds(),
            owner.Id,
            owner.Name,
            used.GetValueOrDefault(snapshot.Directory),
            summary.Kind,
            summary.CheckpointId,
            summary.Bytes,
            summary.Operators,
            summary.Fault);
    }

    /// <summary>Answers about one snapshot. Paths outside of the configured directories are for those who may act.</summary>
    private RestAnswer OfOne(RestCall call, Func<string, RestAnswer> answer)
    {
        if (call.QueryValue("path") is not { Length: > 0 } path)
        {
            return RestAnswer.Plain(StatusCodes.Status400BadRequest, "The query names no path.");
        }

        if (!call.MayAct && !folders.Hold(path))
        {
            return RestAnswer.Plain(StatusCodes.Status403Forbidden, "From other machines only snapshots in the configured directories can be looked at.");
        }

        try
        {
            return answer(path);
        }
        catch (SavepointException fault)
        {
            return RestAnswer.Plain(StatusOf(fault.ExitCode), fault.Hint is { } hint ? $"{fault.Message}\n{hint}" : fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return RestAnswer.Plain(StatusCodes.Status404NotFound, fault.Message);
        }
    }

    private RestAnswer Show(string path, CancellationToken cancellation)
    {
        var report = new InspectHandler(storage).Handle(new InspectRequest(path), cancellation);
        var jobs = cluster.Jobs;
        var owner = SnapshotOwner.Of(report.Snapshot.Directory, jobs);
        var keyGroups = Snapshot.Open(path, storage).Metadata.Operators.ToDictionary(state => state.Id, KeyGroupSizes.Of);
        return RestAnswer.Of(
            new SnapshotAnswer(
                report.Snapshot.Uri,
                KindNames.Of(report.Kind),
                report.MetadataVersion,
                report.WrittenBy,
                report.CheckpointId,
                report.Total.Total,
                report.MetadataBytes,
                report.Files.Count,
                report.IsRelocatable,
                owner.Id,
                owner.Name,
                InUse(jobs).GetValueOrDefault(report.Snapshot.Directory),
                [.. report.Operators.Select(@operator => Describe(@operator, keyGroups[@operator.Id], NameOf(@operator.Id, owner)))],
                report.Findings),
            WebJson.Default.SnapshotAnswer);
    }

    /// <summary>The name of an operator of a job that this cluster knows: metadata before version 5 have none.</summary>
    private string? NameOf(OperatorId @operator, SnapshotOwner owner) =>
        owner is { Name: not null, Id: not null } && JobId.TryParse(owner.Id, out var job)
            ? cluster.Find(job)?.OperatorNames.GetValueOrDefault(@operator)
            : null;

    private static SnapshotOperator Describe(InspectedOperator @operator, long[]? keyGroups, string? nameInJob) => new(
        @operator.Id.ToString(),
        @operator.Uid,
        @operator.Name ?? nameInJob,
        @operator.Parallelism,
        @operator.MaxParallelism,
        new SnapshotBytes(
            @operator.Sizes.Total, @operator.Sizes.Keyed, @operator.Sizes.Operator, @operator.Sizes.Coordinator, @operator.Sizes.Channel, @operator.Sizes.Raw),
        @operator.States is { } states ? [.. states.Select(state => new Messages.SnapshotState(state.Name, KindNames.Of(state.Kind)))] : null,
        keyGroups);

    private RestAnswer Entries(RestCall call, string path, CancellationToken cancellation)
    {
        var search = new EntrySearch(
            path, Text(call, "operator"), Text(call, "state"), Text(call, "key"), Text(call, "part"), Number(call, "skip", 0, long.MaxValue), Limit(call));
        return RestAnswer.Of(new EntryPages(storage, time).Read(search, cancellation), WebJson.Default.EntriesAnswer);
    }

    /// <summary>The jobs that need a snapshot, by its directory.</summary>
    private Dictionary<string, SnapshotUse> InUse(IReadOnlyList<JobOverview> jobs) =>
        jobs.SelectMany(job => (cluster.Find(job.Id)?.SnapshotsInUse ?? new Dictionary<string, string>())
                .Select(use => (Directory: use.Key, Use: new SnapshotUse(job.Id.ToString(), use.Value))))
            .DistinctBy(pair => pair.Directory)
            .ToDictionary(pair => pair.Directory, pair => pair.Use, StringComparer.Ordinal);

    private static int StatusOf(ExitCode code) => code switch
    {
        ExitCode.NotFound => StatusCodes.Status404NotFound,
        ExitCode.Damaged => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string? Text(RestCall call, string name) => call.QueryValue(name) is { Length: > 0 } text ? text : null;

    private static int Limit(RestCall call) => (int)Number(call, "limit", DefaultLimit, MaxLimit);

    private static long Number(RestCall call, string name, long otherwise, long most) =>
        long.TryParse(call.QueryValue(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : otherwise;
}

using System.Text.Json.Serialization.Metadata;
using SavepointCli.Cluster.Discovery;
using SavepointCli.Cluster.Failures;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Cluster.Rest.Messages;
using SavepointCli.Format.Ids;

namespace SavepointCli.Cluster.Rest;

/// <summary>
/// Typed client of a cluster's REST API, the same for a real Flink and for the embedded cluster. Failures that the cluster
/// states, and clusters that cannot be reached, are <see cref="SavepointException"/>s.
/// </summary>
public sealed class FlinkRestClient : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly RestTransport _transport;
    private readonly TimeProvider _time;

    /// <param name="endpoint">The cluster.</param>
    /// <param name="time">Clock for pauses and limits.</param>
    /// <param name="note">Told about every attempt that is going to be repeated.</param>
    public FlinkRestClient(ClusterEndpoint endpoint, TimeProvider time, Action<string> note)
    {
        _http = Connector.Open(endpoint.Rest.ConnectionTimeout, endpoint.Rest.Tls, endpoint.Rest.Proxy);
        _transport = new RestTransport(endpoint, _http, time, note);
        _time = time;
        Jars = new JarClient(_transport);
        Operations = new OperationClient(_transport);
    }

    /// <summary>Programs on the cluster.</summary>
    public JarClient Jars { get; }

    /// <summary>Savepoints, stops and checkpoints.</summary>
    public OperationClient Operations { get; }

    /// <summary>All jobs that the cluster remembers, in no particular order.</summary>
    public async Task<IReadOnlyList<JobOverview>> ListJobsAsync(CancellationToken cancellation)
    {
        var request = RestRequest.Get("jobs/overview") with { Failure = "Failed to retrieve job list" };
        return (await _transport.SendAsync(request, FlinkJson.Default.JobsOverview, cancellation).ConfigureAwait(false)).Jobs;
    }

    /// <summary>Asks for a savepoint to be deleted. There is no id of ours here; a repeated request deletes nothing twice.</summary>
    public Task<PendingOperation> TriggerDisposalAsync(string path, CancellationToken cancellation)
    {
        var body = new DisposalTriggerBody(path);
        var request = RestRequest.WithJson(HttpMethod.Post, "savepoint-disposal", body, FlinkJson.Default.DisposalTriggerBody);
        return TriggerAsync(request, "savepoint-disposal", $"Failed to dispose the savepoint '{path}'", cancellation);
    }

    /// <summary>Waits until a savepoint is deleted.</summary>
    public async Task WaitForDisposalAsync(PendingOperation operation, CancellationToken cancellation)
    {
        var status = await PollAsync(operation, FlinkJson.Default.DisposalStatus, cancellation).ConfigureAwait(false);
        if (status.Operation is null) throw Unexplained(operation);
        if (status.Operation.Failure is { } failure) throw ServerFailure.Of(failure.Text, operation.Failure);
    }

    /// <summary>Cancels a job; done means accepted.</summary>
    public Task CancelAsync(JobId job, CancellationToken cancellation)
    {
        var request = RestRequest.WithJson(HttpMethod.Patch, $"jobs/{job}?mode=cancel", EmptyBody.Instance, FlinkJson.Default.EmptyBody);
        return _transport.SendAsync(request with { Failure = $"Could not cancel job {job}" }, FlinkJson.Default.EmptyBody, cancellation);
    }

    /// <summary>Waits until a job has ended; throws if it did not succeed.</summary>
    public async Task<JobResult> WaitForResultAsync(JobId job, CancellationToken cancellation)
    {
        var request = RestRequest.Get($"jobs/{job}/execution-result");
        var answer = await PollAsync(request, FlinkJson.Default.ExecutionResultAnswer, cancellation).ConfigureAwait(false);
        var result = answer.Result ?? throw EndedBadly($"job {job} has ended, but the cluster does not say how");
        if (result.Failure is { } failure) throw ServerFailure.Of(failure.Text, $"Job failed (JobID: {job})");
        if (!result.Succeeded) throw EndedBadly($"Job {job} ended as {result.ApplicationStatus}");

        var accumulators = result.Accumulators is { Count: > 0 } ? await AccumulatorsAsync(job, cancellation).ConfigureAwait(false) : [];
        return new JobResult(job, result.NetRuntime, accumulators);
    }

    /// <summary>The version of Flink that the cluster says it is.</summary>
    public async Task<string> GetVersionAsync(CancellationToken cancellation)
    {
        var answer = await _transport.SendAsync(RestRequest.Get("config"), FlinkJson.Default.ClusterConfigAnswer, cancellation)
            .ConfigureAwait(false);
        return answer.FlinkVersion;
    }

    /// <summary>Shuts the cluster down.</summary>
    public Task ShutDownAsync(CancellationToken cancellation) =>
        _transport.SendAsync(RestRequest.Delete("cluster"), FlinkJson.Default.EmptyBody, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<Accumulator>> AccumulatorsAsync(JobId job, CancellationToken cancellation)
    {
        var request = RestRequest.Get($"jobs/{job}/accumulators");
        return (await _transport.SendAsync(request, FlinkJson.Default.AccumulatorsAnswer, cancellation).ConfigureAwait(false)).Accumulators;
    }

    private async Task<PendingOperation> TriggerAsync(
        RestRequest request, string statusPath, string failure, CancellationToken cancellation)
    {
        var trigger = request with { Failure = failure };
        var answer = await _transport.SendAsync(trigger, FlinkJson.Default.TriggerAnswer, cancellation).ConfigureAwait(false);
        return new PendingOperation(answer.RequestId, $"{statusPath}/{answer.RequestId}", failure);
    }

    private Task<T> PollAsync<T>(PendingOperation operation, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class, IQueuedAnswer =>
        PollAsync(RestRequest.Get(operation.StatusPath) with { Failure = operation.Failure }, type, cancellation);

    private async Task<T> PollAsync<T>(RestRequest request, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class, IQueuedAnswer
    {
        foreach (var pause in PollIntervals.Endless())
        {
            var answer = await _transport.SendAsync(request, type, cancellation).ConfigureAwait(false);
            if (answer.Status.IsCompleted) return answer;
            await Task.Delay(pause, _time, cancellation).ConfigureAwait(false);
        }

        throw new InvalidOperationException("the pauses never end");
    }

    private static SavepointException EndedBadly(string what) => new(ExitCode.OperationFailed, what, "savepointctl list -a");

    private static SavepointException Unexplained(PendingOperation operation) => new(
        ExitCode.OperationFailed,
        $"{operation.Failure}: the cluster says that it is over, but neither that it succeeded nor why it failed",
        "look at the log of the cluster");
}

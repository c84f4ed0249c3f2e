using SavepointCli.Cluster.Jobs;
using SavepointCli.Configuration;

namespace SavepointCli.Commands.Run;

/// <summary>Uploads a program, has the cluster run it and follows the job to its end.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="note">Told what did not go well without being a failure.</param>
internal sealed class RunHandler(ClusterConnection cluster, Action<string> note)
{
    public async Task<RunSubmission> SubmitAsync(RunRequest request, CancellationToken cancellation)
    {
        using var package = request.Program.Pack();
        var jar = await cluster.Client.Jars.UploadAsync(package.Path, package.Name, cancellation).ConfigureAwait(false);
        try
        {
            return new RunSubmission(await cluster.Client.Jars.RunAsync(jar, request.Program.Path, request.Launch, cancellation).ConfigureAwait(false));
        }
        finally
        {
            await RemoveAsync(jar).ConfigureAwait(false);
        }
    }

    /// <summary>Waits for the end of the job. Interrupted, it leaves the job running unless the request says otherwise.</summary>
    public async Task<JobResult> FollowAsync(RunRequest request, RunSubmission submission, CancellationToken cancellation)
    {
        try
        {
            return await cluster.Client.WaitForResultAsync(submission.Job, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (request.CancelOnExit)
        {
            await cluster.Client.CancelAsync(submission.Job, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The job has what it needs; the upload would lie about until the cluster is gone.</summary>
    private async Task RemoveAsync(string jar)
    {
        try
        {
            await cluster.Client.Jars.DeleteAsync(jar, CancellationToken.None).ConfigureAwait(false);
        }
        catch (SavepointException fault)
        {
            note($"the uploaded program '{jar}' stays on the cluster: {fault.Message}");
        }
    }
}

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
        var jars = cluster.Client.Jars;
        try
        {
            var job = await new ProgramUpload(jars, note).UseAsync(
                request.Program,
                jar => jars.RunAsync(jar, request.Program.Path, request.Launch, cancellation),
                cancellation).ConfigureAwait(false);
            return new RunSubmission(job);
        }
        catch (SavepointException fault)
        {
            throw MissingOperator.Explained(fault, request.Launch.Restore, cancellation);
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
}

namespace SavepointCli.Engine.Jobs;

/// <summary>Turns an uploaded program into the graph of the job that it describes.</summary>
public interface IJobLoader
{
    /// <summary>Loads the assembly apart from everything else, runs its entry point and returns the graph that it executed.</summary>
    /// <exception cref="JobOperationException">
    /// No entry point or several, class not found, <c>Execute</c> not called or called twice, a program that throws.
    /// </exception>
    Task<ILoadedJob> LoadAsync(JobSubmission submission, CancellationToken cancellation);
}

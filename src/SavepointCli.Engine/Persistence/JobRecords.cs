using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Persistence;

/// <summary>
/// The records of all jobs of a cluster, below the directory that <c>high-availability.storageDir</c> names; without one nothing is
/// recorded. One process at a time may use them.
/// </summary>
internal sealed class JobRecords : IDisposable
{
    private const string LockName = ".lock";

    private readonly string? _directory;
    private readonly FileStream? _lock;

    /// <summary>Opens the records that the configuration names.</summary>
    /// <exception cref="SavepointException">Another process uses them.</exception>
    public JobRecords(EngineConfiguration configuration)
    {
        if (configuration.Get(EngineOptions.JobRecordDirectory) is not { } directory)
        {
            return;
        }

        _directory = FlinkPath.ToLocalPath(directory);
        Directory.CreateDirectory(_directory);
        try
        {
            _lock = new FileStream(Path.Combine(_directory, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new SavepointException(
                ExitCode.Locked, $"another cluster uses the job records in {_directory}",
                $"stop it, or set {EngineOptions.JobRecordDirectory.Key} to another directory", taken);
        }

        RemoveUnfinished();
    }

    /// <summary>Records a job.</summary>
    /// <exception cref="JobOperationException">A job of that id is recorded already.</exception>
    public IJobRecord Create(JobId job, JobSubmission submission)
    {
        if (_directory is null)
        {
            return NoJobRecord.Instance;
        }

        var directory = Path.Combine(_directory, job.ToString());
        return Directory.Exists(directory)
            ? throw JobFaults.Duplicate(job, terminated: false)
            : JobRecord.Create(job, submission, directory);
    }

    /// <summary>The jobs that an earlier process has left.</summary>
    public IReadOnlyList<JobRecord> List() => _directory is null
        ? []
        :
        [
            .. Directory.EnumerateDirectories(_directory).Order(StringComparer.Ordinal).Where(JobRecord.IsAt)
                .Select(directory => JobId.TryParse(Path.GetFileName(directory), out var job) ? new JobRecord(job, directory) : null)
                .OfType<JobRecord>(),
        ];

    /// <summary>Lets another process use them.</summary>
    public void Dispose() => _lock?.Dispose();

    /// <summary>Takes away what a process that was killed had begun to write or to delete.</summary>
    private void RemoveUnfinished()
    {
        foreach (var directory in Directory.EnumerateDirectories(_directory!))
        {
            var name = Path.GetFileName(directory);
            if (name.EndsWith(".tmp", StringComparison.Ordinal) || JobId.TryParse(name, out _) && !JobRecord.IsAt(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
    }
}

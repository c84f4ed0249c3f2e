using System.Globalization;
using System.Text;
using System.Text.Json;
using SavepointCli.Engine.Checkpoints;
using SavepointCli.Engine.Jobs;
using SavepointCli.Format.Ids;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Persistence;

/// <summary>
/// The record of one job: a directory with its submission, its program, the snapshots it can go back to and the ids it has used. Each
/// file is replaced as a whole.
/// </summary>
internal sealed class JobRecord : IJobRecord
{
    private const string SubmissionName = "submission.json";
    private const string SnapshotsName = "snapshots.json";
    private const string LastIdName = "last-id";

    private readonly Lock _lock = new();
    private readonly string _directory;
    private long _savedVersion = -1;
    private bool _isDeleted;

    public JobRecord(JobId job, string directory)
    {
        Job = job;
        _directory = directory;
    }

    /// <summary>The job.</summary>
    public JobId Job { get; }

    /// <summary>Where the record lies.</summary>
    public string Directory => _directory;

    /// <summary>What was submitted, with the program of the record.</summary>
    public JobSubmission Submission =>
        (JsonSerializer.Deserialize(Read(SubmissionName), RecordJson.Default.RecordedSubmission) ?? throw new JsonException("null"))
            .In(_directory, Job);

    /// <summary>What the job can go back to, oldest first; nothing if it has completed no checkpoint.</summary>
    public IReadOnlyList<RecordedSnapshot> Snapshots => File.Exists(PathOf(SnapshotsName))
        ? JsonSerializer.Deserialize(Read(SnapshotsName), RecordJson.Default.IReadOnlyListRecordedSnapshot) ?? []
        : [];

    /// <summary>The last id that was taken, or 0.</summary>
    public long LastId => File.Exists(PathOf(LastIdName))
        ? long.Parse(Encoding.ASCII.GetString(Read(LastIdName)), NumberStyles.None, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Records a job; the record is there as a whole or not at all.</summary>
    public static JobRecord Create(JobId job, JobSubmission submission, string directory)
    {
        var unfinished = $"{directory}.{Guid.NewGuid()}.tmp";
        System.IO.Directory.CreateDirectory(unfinished);
        var recorded = RecordedSubmission.Of(submission);
        DurableFile.Copy(submission.AssemblyPath, Path.Combine(unfinished, recorded.Program));
        DurableFile.Replace(
            Path.Combine(unfinished, SubmissionName),
            JsonSerializer.SerializeToUtf8Bytes(recorded, RecordJson.Default.RecordedSubmission));
        DurableFile.Publish(unfinished, directory);
        return new JobRecord(job, directory);
    }

    /// <inheritdoc/>
    public void ReserveId(long id)
    {
        lock (_lock)
        {
            if (!_isDeleted)
            {
                DurableFile.Replace(PathOf(LastIdName), Encoding.ASCII.GetBytes(id.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    /// <inheritdoc/>
    public void Save(long version, IReadOnlyList<StoredSnapshot> stored)
    {
        lock (_lock)
        {
            if (_isDeleted || version <= _savedVersion)
            {
                return;
            }

            // What lives in memory only is gone with the process.
            IReadOnlyList<RecordedSnapshot> durable =
            [
                .. stored.Where(snapshot => snapshot.Snapshot.Directory is not null)
                    .Select(snapshot => new RecordedSnapshot(snapshot.Snapshot.Directory!, snapshot.Restored)),
            ];
            DurableFile.Replace(
                PathOf(SnapshotsName), JsonSerializer.SerializeToUtf8Bytes(durable, RecordJson.Default.IReadOnlyListRecordedSnapshot));
            _savedVersion = version;
        }
    }

    /// <inheritdoc/>
    public void Delete()
    {
        lock (_lock)
        {
            _isDeleted = true;

            // Without it the rest is no record any more, should this process end in between.
            File.Delete(PathOf(SubmissionName));
            System.IO.Directory.Delete(_directory, recursive: true);
        }
    }

    /// <summary>Whether a directory holds a record.</summary>
    public static bool IsAt(string directory) => File.Exists(Path.Combine(directory, SubmissionName));

    private byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    private string PathOf(string name) => Path.Combine(_directory, name);
}

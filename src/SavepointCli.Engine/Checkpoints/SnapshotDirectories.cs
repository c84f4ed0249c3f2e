using System.Globalization;
using System.Security.Cryptography;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Persistence;
using SavepointCli.Engine.State.Snapshots;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;

namespace SavepointCli.Engine.Checkpoints;

/// <summary>Makes the directories of a job's snapshots. Does blocking work on the storage; safe to call from any thread.</summary>
/// <param name="storage">Where they are made.</param>
/// <param name="job">The job.</param>
/// <param name="checkpointDirectory">Directory below which checkpoints lie, a path of the storage; null to keep them in memory.</param>
/// <param name="inlineThreshold">Streams up to this many bytes travel inside <c>_metadata</c>.</param>
/// <param name="record">Learns which ids are taken.</param>
internal sealed class SnapshotDirectories(IStorage storage, JobId job, string? checkpointDirectory, int inlineThreshold, IJobRecord record)
{
    private const int SavepointAttempts = 10;
    private const int SavepointSuffixDigits = 12;
    private const string SharedName = "shared";
    private const string TaskOwnedName = "taskowned";

    /// <summary>The settings' idea of where checkpoints of a job lie.</summary>
    public static string? CheckpointDirectoryOf(EngineConfiguration configuration, JobId job) =>
        configuration.Get(EngineOptions.CheckpointDirectory) is not { } directory
            ? null
            : configuration.Get(EngineOptions.CreateCheckpointSubdirectory)
                ? Path.Combine(FlinkPath.ToLocalPath(directory), job.ToString())
                : FlinkPath.ToLocalPath(directory);

    /// <summary>Makes the directory of a snapshot; it is new, whatever else lies there.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public SnapshotPlace Create(long checkpointId, SnapshotRequest request)
    {
        record.ReserveId(checkpointId);
        return request.Kind == SnapshotKind.Checkpoint ? CreateCheckpoint(checkpointId) : CreateSavepoint(request.TargetDirectory!);
    }

    private SnapshotPlace CreateSavepoint(string target)
    {
        var parent = FlinkPath.ToLocalPath(target);
        Exception? last = null;
        for (var attempt = 0; attempt < SavepointAttempts; attempt++)
        {
            var suffix = RandomNumberGenerator.GetHexString(SavepointSuffixDigits, lowercase: true);
            var directory = Path.Combine(parent, $"savepoint-{job.Short}-{suffix}");
            try
            {
                if (storage.TryCreateDirectory(directory))
                {
                    return PlaceAt(directory);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                last = fault;
            }
        }

        throw new IOException($"Failed to create savepoint directory at {FlinkPath.ToUri(parent)}: {last?.Message}", last);
    }

    private SnapshotPlace CreateCheckpoint(long checkpointId)
    {
        if (checkpointDirectory is null)
        {
            // Nothing outgrows this threshold, so no file is ever made.
            return new SnapshotPlace(new SnapshotLocation(Path.GetTempPath(), int.MaxValue), null, null);
        }

        var directory = Path.Combine(checkpointDirectory, string.Create(CultureInfo.InvariantCulture, $"chk-{checkpointId}"));
        if (!storage.TryCreateDirectory(directory) && storage.FileExists(Path.Combine(directory, SnapshotPointer.MetadataName)))
        {
            throw new IOException($"a complete checkpoint of an earlier run lies at {FlinkPath.ToUri(directory)}");
        }

        var shared = Path.Combine(checkpointDirectory, SharedName);
        storage.TryCreateDirectory(shared);
        storage.TryCreateDirectory(Path.Combine(checkpointDirectory, TaskOwnedName));
        var place = PlaceAt(directory);
        return place with { Location = place.Location with { SharedDirectory = shared } };
    }

    private SnapshotPlace PlaceAt(string directory) =>
        new(new SnapshotLocation(directory, inlineThreshold), directory, FlinkPath.ToUri(directory));
}

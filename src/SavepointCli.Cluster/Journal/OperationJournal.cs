using System.Text.Json;
using SavepointCli.Cluster.Jobs;

namespace SavepointCli.Cluster.Journal;

/// <summary>
/// Remembers every operation that was asked of a cluster, from before the request is sent: one JSON file each, below
/// <c>$XDG_STATE_HOME/savepointctl/operations</c>. Files appear whole or not at all, are on the disk before a request leaves, and
/// may be used by any number of processes at once.
/// </summary>
public sealed class OperationJournal(string directory, TimeProvider time)
{
    private const string Extension = ".json";
    private const int MostRecords = 1000;
    private const long LongestRecord = 1024 * 1024;

    /// <summary>The directory with the files.</summary>
    public string Location => directory;

    /// <summary>The journal of the person whose environment this is.</summary>
    public static OperationJournal Of(IReadOnlyDictionary<string, string> variables, TimeProvider time) =>
        new(Path.Combine(StateDirectory.Of(variables), "operations"), time);

    /// <summary>The operation of an id, or null.</summary>
    /// <exception cref="SavepointException">The file is damaged.</exception>
    public OperationRecord? Find(TriggerId id)
    {
        var path = PathOf(id);
        return File.Exists(path) ? Read(path) : null;
    }

    /// <summary>All operations.</summary>
    public JournalContent List()
    {
        if (!Directory.Exists(directory)) return new JournalContent([], []);

        var records = new List<OperationRecord>();
        var unreadable = new List<string>();
        foreach (var path in Directory.EnumerateFiles(directory, "*" + Extension))
        {
            try
            {
                records.Add(Read(path));
            }
            catch (SavepointException damage)
            {
                unreadable.Add(damage.Message);
            }
        }

        return new JournalContent([.. records.OrderByDescending(record => record.RequestedAt)], unreadable);
    }

    /// <summary>Notes an operation that is about to be asked for; if its id is taken, the result is what is known of that one.</summary>
    public async Task<OperationRecord> BeginAsync(OperationRecord fresh, CancellationToken cancellation)
    {
        CreateDirectory();
        using var held = await JournalLock.TakeAsync(directory, time, cancellation).ConfigureAwait(false);
        if (Find(fresh.Id) is { } known) return known;
        ForgetOldest();
        Write(fresh);
        return fresh;
    }

    /// <summary>Notes what was heard. An operation that is over stays as it is, whatever a slower process has to say.</summary>
    public async Task<OperationRecord> UpdateAsync(OperationRecord changed, CancellationToken cancellation)
    {
        CreateDirectory();
        using var held = await JournalLock.TakeAsync(directory, time, cancellation).ConfigureAwait(false);
        if (Find(changed.Id) is { IsOver: true } ended) return ended;
        var record = changed with { ChangedAt = time.GetUtcNow() };
        Write(record);
        return record;
    }

    private static OperationRecord Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LongestRecord) throw new JsonException("too long");
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), JournalJson.Default.OperationRecord)
                ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new SavepointException(
                ExitCode.Damaged,
                $"'{path}' is no record of an operation: {exception.Message}",
                $"look at the savepoints of the job first, then remove the file '{path}'",
                exception);
        }
    }

    private void Write(OperationRecord record)
    {
        var path = PathOf(record.Id);
        var unfinished = $"{path}.{Environment.ProcessId}";
        using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, record, JournalJson.Default.OperationRecord);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private void CreateDirectory()
    {
        if (Directory.Exists(directory)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Only what is over may be forgotten, however much there is.</summary>
    private void ForgetOldest()
    {
        if (Directory.EnumerateFiles(directory, "*" + Extension).Take(MostRecords).Count() < MostRecords) return;
        var ended = List().Operations.Where(record => record.IsOver || record.State == OperationState.Refused);
        foreach (var record in ended.Skip(MostRecords / 2)) File.Delete(PathOf(record.Id));
    }

    private string PathOf(TriggerId id) => Path.Combine(directory, id + Extension);
}

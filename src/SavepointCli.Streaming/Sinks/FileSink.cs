using System.Text;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Streaming.Sinks;

/// <summary>
/// Writes one line per element into part files, exactly once: a file gets its final name only when the checkpoint that holds its
/// content is complete. So without checkpoints no file ever does, and a savepoint with which the job goes on leaves that to the
/// next checkpoint. Files of a run that failed stay behind under hidden names and can be removed. Mirrors <c>FileSink</c> in its
/// row format, rolling on every checkpoint.
/// </summary>
/// <param name="directory">Where the files go; created if missing.</param>
/// <param name="encode">The line for an element; null for its <see cref="object.ToString"/>.</param>
/// <param name="partPrefix">Start of the names of the files.</param>
/// <param name="partSuffix">End of the names of the files.</param>
public sealed class FileSink<T>(string directory, Func<T, string>? encode = null, string partPrefix = "part", string partSuffix = "")
    : SinkFunction<T>, ICheckpointedFunction, ICheckpointListener
{
    private const string StateName = "file-sink-pending";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    private ListState<(long CheckpointId, string InProgressName, string FinalName)>? _state;
    private List<(long CheckpointId, string InProgressName, string FinalName)>? _pending;
    private StreamWriter? _current;
    private string _currentName = "";
    private Guid _writerId;
    private long _parts;

    /// <inheritdoc/>
    public void InitializeState(IStateInitializationContext context)
    {
        _pending = [];
        _state = context.OperatorStateStore.GetListState(
            new ListStateDescriptor<(long CheckpointId, string InProgressName, string FinalName)>(StateName));
        // What a restored snapshot holds was complete, so its files may be seen.
        foreach (var (_, inProgressName, finalName) in _state.Get())
            Commit(inProgressName, finalName);
    }

    /// <inheritdoc/>
    public override void Open()
    {
        Directory.CreateDirectory(directory);
        // A new id for each attempt: names never meet those of another subtask or of an earlier run.
        _writerId = Guid.NewGuid();
    }

    /// <inheritdoc/>
    public override void Invoke(T value, long? timestamp)
    {
        _current ??= StartPart();
        _current.Write(encode is null ? value?.ToString() : encode(value));
        _current.Write('\n');
    }

    /// <inheritdoc/>
    public void SnapshotState(IStateSnapshotContext context)
    {
        if (_current is not null)
        {
            var inProgressName = Path.GetFileName(((FileStream)_current.BaseStream).Name);
            CloseDurably(_current);
            _current = null;
            _pending!.Add((context.CheckpointId, inProgressName, _currentName));
        }
        _state!.Update(_pending!);
    }

    /// <inheritdoc/>
    public void NotifyCheckpointComplete(long checkpointId)
    {
        foreach (var (_, inProgressName, finalName) in _pending!.Where(part => part.CheckpointId <= checkpointId))
            Commit(inProgressName, finalName);
        _pending!.RemoveAll(part => part.CheckpointId <= checkpointId);
    }

    /// <inheritdoc/>
    public override void Close() => _current?.Dispose();

    private StreamWriter StartPart()
    {
        _currentName = $"{partPrefix}-{_writerId}-{_parts++}{partSuffix}";
        var path = Path.Combine(directory, $".{_currentName}.inprogress.{Guid.NewGuid()}");
        return new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), Encoding);
    }

    private static void CloseDurably(StreamWriter writer)
    {
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        writer.Dispose();
    }

    private void Commit(string inProgressName, string finalName)
    {
        var inProgress = Path.Combine(directory, inProgressName);
        // Gone means committed before, whether or not somebody has taken the final file away since: a snapshot is written
        // before its files are committed, so every restore comes by here.
        if (File.Exists(inProgress))
            File.Move(inProgress, Path.Combine(directory, finalName), overwrite: false);
    }
}

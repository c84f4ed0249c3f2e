using SavepointCli.Cluster.Journal;
using SavepointCli.Storage;

namespace SavepointCli.Cluster.Tracking;

/// <summary>Looks for a savepoint where it was to be written, if that place can be seen from here.</summary>
internal static class SavepointDirectories
{
    private const string Metadata = "_metadata";

    /// <summary>The one complete savepoint of the job that was written after the request.</summary>
    public static OperationFinding Search(OperationRecord record, DateTimeOffset since, string before)
    {
        if (record.Request.Kind == OperationKind.Checkpoint) return new OperationFinding(record, before);
        if (record.Request.TargetDirectory is not { } target)
            return new OperationFinding(record, $"{before}; the target directory is not known here");
        if (FlinkPath.SchemeOf(target) is not (null or "file") || !Directory.Exists(FlinkPath.ToLocalPath(target)))
            return new OperationFinding(record, $"{before}; {target} cannot be looked at from here");

        var written = Directory.EnumerateDirectories(FlinkPath.ToLocalPath(target), $"savepoint-{record.Request.Job.Short}-*")
            .Where(directory => File.GetLastWriteTimeUtc(Path.Combine(directory, Metadata)) >= since.UtcDateTime)
            .Select(FlinkPath.ToUri)
            .ToList();
        return written switch
        {
            [var one] => new OperationFinding(
                record with { State = OperationState.Completed, Location = one, Source = KnowledgeSource.Storage },
                $"{before}; the one savepoint of the job that was written to {target} since then is {one}"),
            [] => new OperationFinding(record, $"{before}; no savepoint of the job was written to {target} since then"),
            _ => new OperationFinding(
                record,
                $"{before}; {written.Count} savepoints of the job were written to {target} since then: {string.Join(", ", written)}"),
        };
    }

    /// <summary>Whether a savepoint lies directly in a directory, however the two are spelled.</summary>
    public static bool IsBelow(string savepoint, string directory)
    {
        var path = Comparable(savepoint);
        var cut = path.LastIndexOf('/');
        return cut >= 0 && path[..cut] == Comparable(directory);
    }

    /// <summary>Flink prints <c>file:/dir</c> for what people call <c>/dir</c>, <c>file:///dir/</c> or <c>file:/dir</c>.</summary>
    private static string Comparable(string path)
    {
        var scheme = FlinkPath.SchemeOf(path);
        var rest = scheme is null ? path : path[(scheme.Length + 1)..];
        var slashes = rest.Length - rest.TrimStart('/').Length;
        var isLocal = scheme is null or "file";
        return isLocal ? "/" + rest[slashes..].TrimEnd('/') : $"{scheme}:{rest.TrimEnd('/')}";
    }
}

using SavepointCli.Storage;

namespace SavepointCli.Engine.Tests.State.Golden;

/// <summary>Local files, where checkpoints of real Flink name the places at which their files once lay.</summary>
internal sealed class MappedStorage(IReadOnlyList<KeyValuePair<string, string>> mappings) : IStorage
{
    private readonly FileStorage _files = new();

    public bool FileExists(string path) => _files.FileExists(Map(path));

    public bool DirectoryExists(string path) => _files.DirectoryExists(Map(path));

    public long GetLength(string path) => _files.GetLength(Map(path));

    public Stream OpenRead(string path) => _files.OpenRead(Map(path));

    public IStorageFile CreateNew(string path) => _files.CreateNew(path);

    public IStorageFile CreateAtomic(string path) => _files.CreateAtomic(path);

    public bool TryCreateDirectory(string path) => _files.TryCreateDirectory(path);

    public bool DeleteFile(string path) => _files.DeleteFile(path);

    public bool DeleteDirectoryRecursively(string path) => _files.DeleteDirectoryRecursively(path);

    public bool DeleteEmptyDirectory(string path) => _files.DeleteEmptyDirectory(path);

    public IEnumerable<string> List(string path) => _files.List(Map(path));

    private string Map(string path)
    {
        foreach (var (from, to) in mappings)
        {
            var prefix = FlinkPath.ToLocalPath(from) + "/";
            if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return Path.Combine(to, path[prefix.Length..]);
            }
        }

        return path;
    }
}

namespace SavepointCli.Architecture.Tests;

/// <summary>The checkout that the tests were built from, read as text.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !HasSegment(path, "bin") && !HasSegment(path, "obj"));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool HasSegment(string path, string segment) =>
        Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Contains(segment);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SavepointCli.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests do not lie below SavepointCli.sln");
    }
}

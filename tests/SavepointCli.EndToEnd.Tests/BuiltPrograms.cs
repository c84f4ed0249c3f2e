namespace SavepointCli.EndToEnd.Tests;

/// <summary>Where the build put the programs that these tests run, in the configuration that the tests themselves were built in.</summary>
internal static class BuiltPrograms
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Testing.Fixtures.Root, "..", ".."));

    /// <summary><c>bin/Release/net10.0</c>, say: the tests lie in such a folder themselves.</summary>
    private static readonly string OutputFolder = Path.GetRelativePath(
        Path.Combine(Root, "tests", "SavepointCli.EndToEnd.Tests"), AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Tool { get; } = Find("src", "SavepointCli", "savepointctl.dll");

    public static string CountingJob { get; } = Find("src", "Examples", "SavepointCli.Examples.Counting", "SavepointCli.Examples.Counting.dll");

    public static string GoldenJob { get; } = Find("src", "Examples", "SavepointCli.Examples.Golden", "SavepointCli.Examples.Golden.dll");

    private static string Find(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts[..^1], OutputFolder, parts[^1]]);
        return File.Exists(path) ? path : throw new FileNotFoundException("not built along with the tests", path);
    }
}

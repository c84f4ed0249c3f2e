namespace SavepointCli.Storage;

/// <summary>Translates between paths of the operating system and the URIs that Flink writes (<c>file:/dir/f</c>, not percent-encoded).</summary>
public static class FlinkPath
{
    private const string FileScheme = "file:";

    /// <summary>The URI as Flink prints it for a local path: one slash behind the scheme.</summary>
    public static string ToUri(string localPath) => FileScheme + Path.GetFullPath(localPath);

    /// <summary>The scheme of a path, lower case, or null if it has none.</summary>
    public static string? SchemeOf(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return colon > 0 && (slash < 0 || colon < slash) ? path[..colon].ToLowerInvariant() : null;
    }
}

namespace SavepointCli.Storage;

/// <summary>
/// Translates between paths of the operating system and the paths that Flink writes and users type: <c>file:/dir/f</c>,
/// <c>file:///dir/f</c>, <c>/dir/f</c> or relative. Nothing is percent-encoded, as in Flink.
/// </summary>
public static class FlinkPath
{
    private const string FileScheme = "file";
    private const string FilePrefix = FileScheme + ":";
    private const string AuthorityMark = "//";

    /// <summary>The URI as Flink prints it for a local path: one slash behind the scheme.</summary>
    public static string ToUri(string localPath)
    {
        var full = Path.GetFullPath(localPath);
        return FilePrefix + (OperatingSystem.IsWindows() ? "/" + full.Replace('\\', '/') : full);
    }

    /// <summary>The scheme of a path, lower case, or null if it has none. A single letter is a drive, not a scheme.</summary>
    public static string? SchemeOf(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return colon > 1 && (slash < 0 || colon < slash) ? path[..colon].ToLowerInvariant() : null;
    }

    /// <summary>Whether a path is one of this machine: without a scheme or with the scheme of files, and no host.</summary>
    public static bool IsLocal(string path) =>
        !path.Contains('\0', StringComparison.Ordinal)
        && !string.IsNullOrWhiteSpace(path)
        && (SchemeOf(path) is null
            || (SchemeOf(path) == FileScheme && (!path[FilePrefix.Length..].StartsWith(AuthorityMark, StringComparison.Ordinal)
                || path[(FilePrefix.Length + AuthorityMark.Length)..].StartsWith('/'))));

    /// <summary>The full path of the operating system for a path in any of Flink's forms.</summary>
    /// <exception cref="SavepointException">The path is empty, names a host, or lies in a store that is not there.</exception>
    public static string ToLocalPath(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new SavepointException(ExitCode.Usage, "the path is empty", "give a directory or a metadata file");
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new SavepointException(ExitCode.Usage, $"'{path.Replace('\0', '?')}' is no path: it holds a NUL");
        }

        return SchemeOf(path) switch
        {
            null => Path.GetFullPath(path),
            FileScheme => Path.GetFullPath(WithoutAuthority(path)),
            var scheme => throw new SavepointException(
                ExitCode.Unsupported,
                $"no file system is known for the scheme '{scheme}' of {path}",
                $"known: {FilePrefix}; copy the files to a local or mounted directory"),
        };
    }

    private static string WithoutAuthority(string uri)
    {
        var path = uri[FilePrefix.Length..];
        if (!path.StartsWith(AuthorityMark, StringComparison.Ordinal))
        {
            return WithoutSlashBeforeDrive(path);
        }

        var behindMark = path[AuthorityMark.Length..];
        return behindMark.StartsWith('/')
            ? WithoutSlashBeforeDrive(behindMark)
            : throw new SavepointException(
                ExitCode.Usage,
                $"{uri} names the host '{behindMark.Split('/')[0]}', but a file path has no host",
                $"did you mean {FilePrefix}{AuthorityMark}/{behindMark}");
    }

    private static string WithoutSlashBeforeDrive(string path) =>
        OperatingSystem.IsWindows() && path is ['/', _, ':', ..] ? path[1..] : path;
}

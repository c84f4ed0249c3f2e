namespace SavepointCli.Engine.Loading;

/// <summary>An uploaded program.</summary>
/// <param name="Id">Its id: the name of its file.</param>
/// <param name="Name">The name it was uploaded under.</param>
/// <param name="Path">Its file.</param>
/// <param name="Uploaded">When it was uploaded.</param>
internal sealed record StoredJar(string Id, string Name, string Path, DateTimeOffset Uploaded)
{
    /// <summary>The id of a new program of that name.</summary>
    public static string NewId(string name) => $"{Guid.NewGuid()}_{name}";

    /// <summary>The name in an id; a file name that is no id is the name itself.</summary>
    public static string NameOf(string id)
    {
        var separator = id.IndexOf('_', StringComparison.Ordinal);
        return separator > 0 && Guid.TryParse(id.AsSpan(0, separator), out _) ? id[(separator + 1)..] : id;
    }
}

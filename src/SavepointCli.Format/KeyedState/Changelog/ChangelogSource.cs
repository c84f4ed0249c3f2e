using SavepointCli.Format.Handles;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>One set of changes of a changelog: in a file, or inline in the metadata.</summary>
public sealed record ChangelogSource
{
    private ChangelogSource(string path) => Path = path;

    /// <summary>Names the place in messages.</summary>
    public string Path { get; }

    /// <summary>Opens the file, able to seek; null for inline changes.</summary>
    internal Func<Stream>? Open { get; private init; }

    /// <summary>Where the set begins, counted behind the first byte of the file and before compression.</summary>
    internal long Offset { get; private init; }

    /// <summary>The inline changes.</summary>
    internal IReadOnlyList<StateChange> Changes { get; private init; } = [];

    /// <summary>A set in a file. Mirrors <c>StateChangeFormat</c>.</summary>
    /// <param name="path">Names the file in messages.</param>
    /// <param name="offset">The position that the handle stores.</param>
    /// <param name="open">Opens the file; called when it is needed, more than once.</param>
    public static ChangelogSource InFile(string path, long offset, Func<Stream> open) => new(path) { Open = open, Offset = offset };

    /// <summary>Changes that lie inline. Mirrors <c>InMemoryChangelogStateHandle</c>.</summary>
    /// <param name="path">Names the metadata file in messages.</param>
    /// <param name="changes">The changes, oldest first.</param>
    public static ChangelogSource Inline(string path, IReadOnlyList<StateChange> changes) => new(path) { Changes = changes };
}

namespace SavepointCli.Reference;

/// <summary>Every file of the repository that is made from the tool itself, by its path below the root.</summary>
internal static class ReferenceFiles
{
    public static IReadOnlyList<(string Path, string Content)> Of(CommandPage root) =>
    [
        ("docs/reference/commands.md", MarkdownReference.Commands(root)),
        ("docs/reference/environment.md", MarkdownReference.Environment()),
        .. CompletionScripts.All.Select(one => ($"packaging/completions/{one.FileName}", one.Script(root))),
        .. ManPages.Of(root).Select(page => ($"packaging/man/{page.Name}", page.Content)),
    ];
}

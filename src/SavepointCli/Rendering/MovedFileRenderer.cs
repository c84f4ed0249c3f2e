using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Rendering;

/// <summary>Says that files were taken from beside the metadata because they were not where the snapshot says.</summary>
internal static class MovedFileRenderer
{
    public static void Write(IReadOnlyCollection<MovedFile> moved, TextWriter error)
    {
        if (moved.Count == 0) return;
        var first = moved.First();
        error.WriteLine($"note: {moved.Count} {(moved.Count == 1 ? "file was" : "files were")} not where the snapshot says and "
            + $"{(moved.Count == 1 ? "was" : "were")} found beside it: {Printable.Text(first.Stated)} is {Printable.Text(first.Found)}"
            + $"{(moved.Count == 1 ? "" : ", ...")} (--map FROM=TO says it explicitly)");
    }
}

namespace SavepointCli.Operations.Snapshots;

/// <summary>Says that what a snapshot finds below one place lies below another now.</summary>
/// <param name="From">The prefix as the snapshot has it, e.g. <c>file:/old/checkpoints</c> or <c>s3://bucket/dir</c>.</param>
/// <param name="To">What stands in its place: a path in any of Flink's forms.</param>
public sealed record PathMapping(string From, string To)
{
    private const char Separator = '=';

    /// <summary>Parses <c>FROM=TO</c>.</summary>
    /// <exception cref="SavepointException">One of the two is missing.</exception>
    public static PathMapping Parse(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? new PathMapping(text[..at], text[(at + 1)..])
            : throw new SavepointException(
                ExitCode.Usage, $"'{text}' is no mapping of paths", "write FROM=TO, e.g. file:/old/checkpoints=/backup/checkpoints");
    }
}

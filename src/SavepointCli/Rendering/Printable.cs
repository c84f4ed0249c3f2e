namespace SavepointCli.Rendering;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// Control characters, with which a job name could move the cursor or forge a line, and marks that turn the direction of the text
    /// become question marks.
    /// </summary>
    public static string Text(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(character => IsUnsafe(character) ? '?' : character)) : text;

    private static bool IsUnsafe(char character) => char.IsControl(character) || character
        is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}

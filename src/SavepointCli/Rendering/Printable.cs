namespace SavepointCli.Rendering;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>Control characters, with which a job name could move the cursor or forge a line, become question marks.</summary>
    public static string Text(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? '?' : character)) : text;
}

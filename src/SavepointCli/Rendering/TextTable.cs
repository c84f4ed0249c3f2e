namespace SavepointCli.Rendering;

/// <summary>Rows in columns as wide as their widest cell; numbers to the right, text to the left.</summary>
/// <param name="headings">One per column; a heading that starts with <c>&gt;</c> puts its column to the right.</param>
internal sealed class TextTable(params string[] headings)
{
    private const char RightMark = '>';
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [[.. headings.Select(heading => heading.TrimStart(RightMark))]];

    /// <summary>Adds a row; an empty cell is shown as a dash.</summary>
    public void Add(params string?[] cells) => _rows.Add([.. cells.Select(cell => string.IsNullOrEmpty(cell) ? "-" : Printable.Text(cell))]);

    public void Write(TextWriter output)
    {
        var widths = headings.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) =>
                headings[column][0] == RightMark ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}

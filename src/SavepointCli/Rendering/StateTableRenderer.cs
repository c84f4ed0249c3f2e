using SavepointCli.Format.Values;
using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>
/// Columns for people. Rows are printed as they come, so the first ones decide how wide the columns are; a longer cell pushes the rest
/// of its row aside.
/// </summary>
internal sealed class StateTableRenderer(TextWriter output) : IStateRenderer
{
    private const int RowsThatDecide = 100;
    private const string Gap = "  ";
    private static readonly string[] Heading = ["OPERATOR", "STATE", "KIND", "SUBTASK", "KEY", "NAMESPACE", "VALUE"];

    private readonly List<string[]> _held = [Heading];
    private int[]? _widths;

    public void Write(StateEntry entry)
    {
        string[] row =
        [
            Printable.Text(entry.Operator),
            Printable.Text(entry.State),
            StateEntryJson.NameOf(entry.Kind),
            $"{entry.Subtask}",
            entry.KeyGroup is null ? "" : JsonCell.Of(entry.Key),
            entry.Namespace is null or VoidNamespace ? "" : JsonCell.Of(entry.Namespace),
            JsonCell.Of(entry.Value),
        ];
        if (_widths is not null)
        {
            Print(row, _widths);
            return;
        }

        _held.Add(row);
        if (_held.Count > RowsThatDecide) Complete();
    }

    public void Complete()
    {
        if (_widths is not null) return;
        _widths = [.. Heading.Select((_, column) => _held.Max(row => row[column].Length))];
        foreach (var row in _held) Print(row, _widths);
        _held.Clear();
    }

    public void Dispose()
    {
    }

    private void Print(string[] row, int[] widths) =>
        output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
}

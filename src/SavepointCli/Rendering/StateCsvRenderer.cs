using System.Text;
using SavepointCli.Format.Values;
using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>
/// Comma-separated values (RFC 4180) with a heading. Texts stand bare, everything else in its JSON form; null is an empty cell, the empty
/// text a quoted one.
/// </summary>
internal sealed class StateCsvRenderer : IStateRenderer
{
    private const char Separator = ',';
    private const string LineEnd = "\r\n";
    private const string EmptyText = "\"\"";

    private readonly TextWriter _output;
    private readonly StringBuilder _row = new();

    public StateCsvRenderer(TextWriter output)
    {
        _output = output;
        _output.Write("operator,state,kind,key,namespace,value,keyGroup,subtask" + LineEnd);
    }

    public void Write(StateEntry entry)
    {
        _row.Clear();
        Add(CellOf(entry.Operator));
        Add(CellOf(entry.State));
        Add(StateEntryJson.NameOf(entry.Kind));
        Add(CellOf(entry.KeyGroup is null ? null : entry.Key));
        Add(CellOf(entry.Namespace));
        Add(CellOf(entry.Value));
        Add(entry.KeyGroup is { } keyGroup ? $"{keyGroup}" : "");
        Add($"{entry.Subtask}");
        _row.Length--;
        _output.Write(_row.Append(LineEnd));
    }

    public void Complete()
    {
    }

    public void Dispose()
    {
    }

    private static string CellOf(object? value) => value switch
    {
        null or VoidNamespace => "",
        "" => EmptyText,
        string text => Quoted(text),
        _ => Quoted(JsonCell.Of(value)),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private void Add(string cell) => _row.Append(cell).Append(Separator);
}

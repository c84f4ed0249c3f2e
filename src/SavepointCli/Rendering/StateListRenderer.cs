using System.Globalization;
using SavepointCli.Operations.State;
using SavepointCli.Operations.StateList;

namespace SavepointCli.Rendering;

/// <summary>What <c>state list</c> shows.</summary>
internal static class StateListRenderer
{
    private const int LongestType = 60;
    private const string CutOff = "...";

    public static void Write(StateListReport report, OutputForm form, TextWriter output)
    {
        switch (form)
        {
            case OutputForm.Name:
                foreach (var state in report.States) output.WriteLine(Printable.Text($"{OperatorOf(state)}/{state.Name}"));
                break;
            case OutputForm.Json or OutputForm.Yaml:
                DocumentRenderer.Write(StateListDocument.Of(report), DocumentJson.Default.StateListDocument, form, output);
                break;
            default:
                TableOf(report, isWide: form == OutputForm.Wide).Write(output);
                foreach (var state in report.States)
                {
                    if (state.Skew is { } skew) WriteSkew(state, skew, output);
                }

                break;
        }
    }

    private static TextTable TableOf(StateListReport report, bool isWide)
    {
        var counts = report.Depth >= StateListDepth.Counts;
        string[] numbers = counts ? [">ENTRIES", ">BYTES", ">SHARE"] : [];
        var table = isWide
            ? new TextTable(["ID", "UID", "NAME", "STATE", "KIND", .. numbers, "KEY", "NAMESPACE", "VALUE"])
            : new TextTable(["OPERATOR", "STATE", "KIND", .. numbers, "KEY", "VALUE"]);
        foreach (var state in report.States)
        {
            string?[] cells = counts ? [Number(state.Entries!.Value), ByteSizes.Text(state.Bytes!.Value), Percent(state.Bytes.Value, report.TotalBytes)] : [];
            table.Add(isWide
                ? [state.OperatorId.ToString(), state.OperatorUid, state.OperatorName, state.Name, StateEntryJson.NameOf(state.Kind), .. cells,
                    state.KeyType, state.NamespaceType, state.ValueType]
                : [OperatorOf(state), state.Name, StateEntryJson.NameOf(state.Kind), .. cells, Short(state.KeyType), Short(state.ValueType)]);
        }

        return table;
    }

    private static void WriteSkew(ListedState state, StateSkew skew, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{Printable.Text($"{OperatorOf(state)}/{state.Name}")}: {Number(state.Entries!.Value)} entries, {ByteSizes.Text(state.Bytes!.Value)}");
        WriteSpread("subtask", skew.Subtasks, output);
        WriteSpread("key group", skew.KeyGroups, output);
        if (!skew.LargestKeys.IsEmpty)
        {
            output.WriteLine($"  largest keys  {string.Join(", ", skew.LargestKeys.Select(Describe))}");
        }
    }

    private static void WriteSpread(string place, Spread spread, TextWriter output)
    {
        var ratio = spread.MaxToMedian is { } factor ? string.Create(CultureInfo.InvariantCulture, $", max/median {factor:F1}") : "";
        output.WriteLine($"  per {place,-10}min {ByteSizes.Text(spread.Min)}, median {ByteSizes.Text(spread.Median)}, max {ByteSizes.Text(spread.Max)}{ratio}"
            + $"; largest {string.Join(", ", spread.Largest.Select(one => $"{one.Index} ({ByteSizes.Text(one.Bytes)})"))}");
    }

    private static string Describe(LargeKey key)
    {
        var space = key.Namespace is null or Format.Values.VoidNamespace ? "" : $" in {Printable.Text(JsonCell.Of(key.Namespace))}";
        return $"{Printable.Text(Short(JsonCell.Of(key.Key))!)}{space} ({ByteSizes.Text(key.Bytes)}, key group {key.KeyGroup})";
    }

    private static string OperatorOf(ListedState state) => state.OperatorUid ?? state.OperatorId.ToString();

    private static string? Short(string? type) =>
        type is { Length: > LongestType } ? string.Concat(type.AsSpan(0, LongestType - CutOff.Length), CutOff) : type;

    private static string Percent(long bytes, long total) =>
        total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * bytes / total:F1}%");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

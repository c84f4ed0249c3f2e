using System.Globalization;
using System.Text.Json;
using SavepointCli.Operations.Inspect;

namespace SavepointCli.Rendering;

/// <summary>What <c>inspect</c> shows.</summary>
internal static class InspectRenderer
{
    private const int LongestName = 30;
    private const string CutOff = "...";

    public static void Write(InspectReport report, OutputForm form, TextWriter output)
    {
        switch (form)
        {
            case OutputForm.Name:
                foreach (var state in report.Operators) output.WriteLine(Printable.Text(state.Uid ?? state.Id.ToString()));
                break;
            case OutputForm.Json or OutputForm.Yaml:
                DocumentRenderer.Write(InspectDocument.Of(report), DocumentJson.Default.InspectDocument, form, output);
                break;
            default:
                WriteHead(report, output);
                output.WriteLine();
                (form == OutputForm.Wide ? WideTable(report) : Table(report)).Write(output);
                break;
        }
    }

    /// <summary>The word for a kind in JSON, e.g. <c>canonical-savepoint</c>.</summary>
    internal static string NameOf<TKind>(TKind kind)
        where TKind : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>A time as RFC 3339 has it, in UTC and to the second.</summary>
    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteHead(InspectReport report, TextWriter output)
    {
        var sizes = report.Total;
        output.WriteLine($"Path:         {Printable.Text(report.Snapshot.Uri)}");
        output.WriteLine($"Kind:         {NameOf(report.Kind).Replace('-', ' ')}{(report.MergesFiles ? ", in merged files" : "")}{Retention(report)}");
        output.WriteLine($"Checkpoint:   {report.CheckpointId}");
        output.WriteLine($"Written:      {Time(report.Written)} by Flink {report.WrittenBy}");
        output.WriteLine($"Metadata:     version {report.MetadataVersion}, {ByteSizes.Text(report.MetadataBytes)}{Restorable(report)}");
        output.WriteLine($"Relocatable:  {(report.IsRelocatable ? "yes" : "no: " + string.Join("; ", report.Obstacles.Select(Describe)))}");
        output.WriteLine($"State:        {ByteSizes.Text(sizes.Total)}, of which {ByteSizes.Text(report.Files.InlineBytes)} inline and "
            + $"{ByteSizes.Text(report.Files.Bytes)} in {report.Files.Count} {(report.Files.Count == 1 ? "file" : "files")}{Unknown(sizes)}");
    }

    private static TextTable Table(InspectReport report)
    {
        var table = new TextTable("UID|ID", "NAME", ">PAR", ">MAX", ">STATES", ">KEYED", ">OPERATOR", ">COORD", ">CHANNEL", ">RAW");
        foreach (var state in report.Operators)
        {
            table.Add([state.Uid ?? state.Id.ToString(), Short(state.Name), Number(state.Parallelism), Number(state.MaxParallelism),
                Count(state), .. Cells(state.Sizes)]);
        }

        table.Add(["total", null, null, null, null, .. Cells(report.Total)]);
        return table;
    }

    private static TextTable WideTable(InspectReport report)
    {
        var table = new TextTable(
            "ID", "UID", "NAME", ">PAR", ">MAX", ">WITH-STATE", ">FINISHED", ">KEYED", ">OPERATOR", ">COORD", ">CHANNEL", ">RAW", ">STATES", "STATE-NAMES");
        foreach (var state in report.Operators)
        {
            table.Add([state.Id.ToString(), state.Uid, state.Name, Number(state.Parallelism), Number(state.MaxParallelism),
                Number(state.SubtasksWithState), Number(state.FinishedSubtasks), .. Cells(state.Sizes), Count(state),
                state.States is { } states ? string.Join(", ", states.Select(one => one.Name)) : "?"]);
        }

        table.Add(["total", null, null, null, null, null, null, .. Cells(report.Total), null, null]);
        return table;
    }

    private static string Retention(InspectReport report) =>
        report.IsRetainedOnCancellation is { } retained ? $", {(retained ? "kept" : "deleted")} when the job is cancelled" : "";

    private static string Restorable(InspectReport report) =>
        report.RestorableSince is { } since ? $", restorable by Flink {since} and later" : "";

    private static string Describe(RelocationObstacle obstacle) =>
        $"{obstacle.Count} {obstacle.What}, e.g. {Printable.Text(obstacle.Example)}";

    private static string Unknown(StateSizes sizes) =>
        sizes.UnknownStreams == 0 ? "" : $"; the size of {sizes.UnknownStreams} more is not recorded";

    private static string?[] Cells(StateSizes sizes) =>
        [.. new[] { sizes.Keyed, sizes.Operator, sizes.Coordinator, sizes.Channel, sizes.Raw }.Select(size => size == 0 ? null : ByteSizes.Text(size))];

    private static string Count(InspectedOperator state) => state.States is { } states ? Number(states.Length) : "?";

    private static string? Short(string? name) =>
        name is { Length: > LongestName } ? string.Concat(name.AsSpan(0, LongestName - CutOff.Length), CutOff) : name;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

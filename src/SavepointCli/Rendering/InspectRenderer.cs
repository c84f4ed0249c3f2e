using System.Globalization;
using System.Text.Json;
using SavepointCli.Operations.Inspect;

namespace SavepointCli.Rendering;

/// <summary>What <c>inspect</c> shows.</summary>
internal static class InspectRenderer
{
    public static void WriteTable(InspectReport report, TextWriter output)
    {
        var sizes = report.Total;
        output.WriteLine($"Path:         {Printable.Text(report.Snapshot.Uri)}");
        output.WriteLine($"Kind:         {NameOf(report.Kind).Replace('-', ' ')}");
        output.WriteLine($"Checkpoint:   {report.CheckpointId}");
        output.WriteLine($"Metadata:     version {report.MetadataVersion} (Flink {report.WrittenBy}), {ByteSizes.Text(report.MetadataBytes)}");
        output.WriteLine($"Relocatable:  {(report.IsRelocatable ? "yes" : "no: " + string.Join("; ", report.Obstacles.Select(Describe)))}");
        output.WriteLine($"State:        {ByteSizes.Text(sizes.Total)}, of which {ByteSizes.Text(report.Files.InlineBytes)} inline and "
            + $"{ByteSizes.Text(report.Files.Bytes)} in {report.Files.Count} {(report.Files.Count == 1 ? "file" : "files")}{Unknown(sizes)}");
        output.WriteLine();

        var table = new TextTable("ID", "UID", "NAME", ">PAR", ">MAX", ">STATES", ">KEYED", ">OPERATOR", ">COORD", ">CHANNEL", ">RAW");
        foreach (var state in report.Operators)
        {
            table.Add([state.Id.ToString(), state.Uid, state.Name, Number(state.Parallelism), Number(state.MaxParallelism),
                state.States is { } states ? Number(states.Length) : "?", .. Cells(state.Sizes)]);
        }

        table.Add(["total", null, null, null, null, null, .. Cells(sizes)]);
        table.Write(output);
    }

    public static void WriteJson(InspectReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(InspectDocument.Of(report), InspectJson.Default.InspectDocument));

    /// <summary>The word for a kind in JSON, e.g. <c>canonical-savepoint</c>.</summary>
    internal static string NameOf<TKind>(TKind kind)
        where TKind : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string Describe(RelocationObstacle obstacle) =>
        $"{obstacle.Count} {obstacle.What}, e.g. {Printable.Text(obstacle.Example)}";

    private static string Unknown(StateSizes sizes) =>
        sizes.UnknownStreams == 0 ? "" : $"; the size of {sizes.UnknownStreams} more is not recorded";

    private static string?[] Cells(StateSizes sizes) =>
        [.. new[] { sizes.Keyed, sizes.Operator, sizes.Coordinator, sizes.Channel, sizes.Raw }.Select(size => size == 0 ? null : ByteSizes.Text(size))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

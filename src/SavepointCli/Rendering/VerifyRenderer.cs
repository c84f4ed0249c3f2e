using System.Globalization;
using SavepointCli.Operations.Verify;

namespace SavepointCli.Rendering;

/// <summary>What <c>verify</c> shows: a line for each thing that was checked, then what is wrong.</summary>
internal static class VerifyRenderer
{
    private static readonly VerifyCode[] OfStructure = [VerifyCode.Metadata, VerifyCode.KeyGroups, VerifyCode.Offsets];

    private static readonly VerifyCode[] OfFiles =
        [VerifyCode.Reference, VerifyCode.FileMissing, VerifyCode.FileLength, VerifyCode.FileUnreferenced];

    public static void Write(VerifyReport report, bool isDamaged, OutputForm form, TextWriter output)
    {
        if (form is OutputForm.Json or OutputForm.Yaml)
        {
            DocumentRenderer.Write(VerifyDocument.Of(report, isDamaged), DocumentJson.Default.VerifyDocument, form, output);
            return;
        }

        var totals = report.Totals;
        output.WriteLine($"Path:       {Printable.Text(report.Snapshot.Uri)}");
        Write(output, "Structure:", report, OfStructure.Contains, $"{totals.Operators} operators, {totals.Subtasks} subtasks");
        if (report.Depth >= VerifyDepth.Files)
        {
            Write(output, "Files:", report, OfFiles.Contains,
                $"{totals.Files} with {ByteSizes.Text(totals.FileBytes)}, and {ByteSizes.Text(totals.InlineBytes)} inline");
        }

        if (report.Depth >= VerifyDepth.Data)
        {
            Write(output, "Data:", report, code => !OfStructure.Contains(code) && !OfFiles.Contains(code),
                $"{totals.Entries} entries with {ByteSizes.Text(totals.EntryBytes)} read{(report.Subset is { } subset ? $", which is {subset} of the data" : "")}");
        }

        output.WriteLine($"Result:     {(isDamaged ? "DAMAGED" : "ok")}{Counts(report)}");
        foreach (var finding in report.Findings)
        {
            output.WriteLine();
            WriteFinding(finding, output);
        }

        if (report.FindingsLeftOut > 0) output.WriteLine($"\nand {report.FindingsLeftOut} more");
    }

    private static void Write(TextWriter output, string title, VerifyReport report, Func<VerifyCode, bool> belongs, string what)
    {
        var failed = report.Findings.Any(finding => finding.Severity == VerifySeverity.Error && belongs(finding.Code));
        output.WriteLine($"{title,-12}{(failed ? "FAILED" : "ok")}, {what}");
    }

    private static void WriteFinding(VerifyFinding finding, TextWriter output)
    {
        var place = finding.Offset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"{finding.Path} @ {offset}") : finding.Path;
        output.WriteLine($"{InspectRenderer.NameOf(finding.Severity)} {InspectRenderer.NameOf(finding.Code)}: {Printable.Text(finding.Message)}");
        output.WriteLine($"  at {Printable.Text(place)}");
        if (finding.Operator is { } name)
        {
            var state = finding.State is null ? "" : $", state {finding.State}";
            var subtask = finding.Subtask is { } index ? string.Create(CultureInfo.InvariantCulture, $", subtask {index}") : "";
            output.WriteLine($"  of operator {Printable.Text(name)}{Printable.Text(state)}{subtask}");
        }
    }

    private static string Counts(VerifyReport report)
    {
        var counts = from severity in new[] { VerifySeverity.Error, VerifySeverity.Warning, VerifySeverity.Note }
                     let count = report.Findings.Count(finding => finding.Severity == severity)
                     where count > 0
                     select $"{count} {InspectRenderer.NameOf(severity)}{(count == 1 ? "" : "s")}";
        var text = string.Join(", ", counts);
        return text.Length > 0 ? $", {text}" : "";
    }
}

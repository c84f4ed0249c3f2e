using System.Globalization;
using SavepointCli.Operations.Export;

namespace SavepointCli.Rendering;

/// <summary>What <c>state export</c> shows: the files that it wrote.</summary>
internal static class StateExportRenderer
{
    public static void Write(StateExportReport report, OutputForm form, TextWriter output)
    {
        switch (form)
        {
            case OutputForm.Name:
                foreach (var file in report.Files) output.WriteLine(Printable.Text(file.Path));
                break;
            case OutputForm.Json or OutputForm.Yaml:
                DocumentRenderer.Write(StateExportDocument.Of(report), DocumentJson.Default.StateExportDocument, form, output);
                break;
            default:
                var table = new TextTable("OPERATOR", "STATE", ">ROWS", ">BYTES", "FILE");
                foreach (var file in report.Files)
                    table.Add(file.Operator, file.State, file.Rows.ToString(CultureInfo.InvariantCulture), ByteSizes.Text(file.Bytes), file.Path);
                table.Write(output);
                break;
        }
    }
}

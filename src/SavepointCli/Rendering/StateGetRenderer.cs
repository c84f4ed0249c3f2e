using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>Prints what a state holds for one key.</summary>
internal sealed class StateGetRenderer(TextWriter output, TextWriter error)
{
    /// <param name="report">What was found.</param>
    /// <param name="valueAlone">Whether to print values only, for scripts; else whole entries.</param>
    public void Write(StateGetReport report, bool valueAlone)
    {
        using var lines = new StateLinesRenderer(output);
        foreach (var entry in report.Entries)
        {
            if (valueAlone) output.WriteLine(JsonCell.Of(entry.Value));
            else lines.Write(entry);
        }

        if (valueAlone && report.Entries.Length > 1)
            error.WriteLine($"note: {report.Entries.Length} entries have the key, in different namespaces or as timers; -o jsonl shows which is which");

        MovedFileRenderer.Write(report.Moved, error);
        new StateFindingRenderer(error).Write(report.Findings);
    }
}

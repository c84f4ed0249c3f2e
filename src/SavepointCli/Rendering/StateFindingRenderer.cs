using SavepointCli.Operations.State;

namespace SavepointCli.Rendering;

/// <summary>Says what could not be read: beside the entries, not among them.</summary>
internal sealed class StateFindingRenderer(TextWriter error)
{
    public void Write(IEnumerable<StateFinding> findings)
    {
        foreach (var finding in findings)
        {
            var severity = finding.Severity == StateFindingSeverity.Error ? "error" : "warning";
            var state = finding.State is null ? "" : $", state {finding.State}";
            error.WriteLine($"{severity}: operator {Printable.Text(finding.Operator)}{Printable.Text(state)}, subtask {finding.Subtask}: {Printable.Text(finding.Message)}");
        }
    }
}

using System.Collections.Immutable;

namespace SavepointCli.Operations.Verify;

/// <summary>Collects findings of checks that run side by side. Keeps so many that memory stays bounded, and counts the rest.</summary>
internal sealed class VerifyFindings
{
    private const int MostKept = 10_000;

    private readonly Lock _lock = new();
    private readonly List<VerifyFinding> _findings = [];
    private readonly Dictionary<(VerifyCode, string?, string?, string, string?), VerifyFinding> _once = [];

    /// <summary>Findings that were not kept.</summary>
    public long LeftOut { get; private set; }

    public void Add(VerifyFinding finding)
    {
        lock (_lock)
        {
            if (_findings.Count < MostKept)
            {
                _findings.Add(finding);
            }
            else
            {
                LeftOut++;
            }
        }
    }

    /// <summary>
    /// Adds a finding that would come up for every entry of a state; once for the state (errors: for the file). Whichever thread comes first, the finding of
    /// the first subtask stays.
    /// </summary>
    public void AddOnce(VerifyFinding finding)
    {
        var place = finding.Severity == VerifySeverity.Error ? finding.Path : null;
        var reason = (finding.Code, finding.Operator, finding.State, finding.Message, place);
        lock (_lock)
        {
            if (!_once.TryGetValue(reason, out var known) || Comparer<int?>.Default.Compare(finding.Subtask, known.Subtask) < 0)
            {
                _once[reason] = finding;
            }
        }
    }

    /// <summary>All findings, errors first, then by file and position.</summary>
    public ImmutableArray<VerifyFinding> ToSorted() =>
    [
        .. _findings.Concat(_once.Values)
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Offset ?? -1)
            .ThenBy(finding => finding.Operator, StringComparer.Ordinal)
            .ThenBy(finding => finding.State, StringComparer.Ordinal)
            .ThenBy(finding => finding.Subtask)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}

using System.CommandLine;
using SavepointCli.Operations.Verify;
using SavepointCli.Parsing;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Verify;

/// <summary><c>verify PATH [--structure | --read-data | --read-data-subset PART]</c>: whether a snapshot is whole.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly CommandContext _context;
    private readonly Argument<string> _path = SnapshotOptions.Path();
    private readonly Option<bool> _structure = new("--structure") { Description = "Look at the metadata only, not at the files that it refers to." };
    private readonly Option<bool> _readData = new("--read-data") { Description = "Read all files, too: every entry must parse and stand where it belongs." };
    private readonly Option<string?> _subset = new("--read-data-subset")
    {
        HelpName = "N/M|P%",
        Description = "Read a part of the data: the N-th of M slices, which together are all of it, or about P percent by chance.",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count warnings as damage, too." };
    private readonly Option<string[]> _uids = SnapshotOptions.Uids();
    private readonly Option<string[]> _mappings = SnapshotOptions.Mappings();
    private readonly OutputOption _output = new(OutputForm.Table, OutputForm.Json, OutputForm.Yaml);

    public VerifyCommand(CommandContext context)
        : base("verify", "Check that a savepoint or checkpoint is whole; exit code 11 if it is damaged.")
    {
        _context = context;
        Add(_path);
        foreach (var option in new Option[] { _structure, _readData, _subset, _strict, _uids, _mappings, _output }) Add(option);
        SetAction((parsed, cancellation) => Task.FromResult((int)Run(parsed, cancellation)));
    }

    private ExitCode Run(ParseResult parsed, CancellationToken cancellation)
    {
        var form = _output.Read(parsed);
        var subset = parsed.GetValue(_subset) is { } text ? DataSubset.Parse(text) : (DataSubset?)null;
        var request = new VerifyRequest(parsed.GetValue(_path)!)
        {
            Depth = DepthOf(parsed, subset),
            Subset = subset,
            Uids = SnapshotOptions.ReadUids(parsed, _uids),
            Mappings = SnapshotOptions.ReadMappings(parsed, _mappings),
        };

        var report = new VerifyHandler(new FileStorage(), Random.Shared).Handle(request, cancellation);
        var isDamaged = report.IsDamaged || (parsed.GetValue(_strict) && report.Findings.Any(finding => finding.Severity == VerifySeverity.Warning));
        VerifyRenderer.Write(report, isDamaged, form, _context.Output);
        MovedFileRenderer.Write(report.Moved, _context.Error);
        return isDamaged ? ExitCode.Damaged : ExitCode.Done;
    }

    private VerifyDepth DepthOf(ParseResult parsed, DataSubset? subset)
    {
        var (structure, readData) = (parsed.GetValue(_structure), parsed.GetValue(_readData));
        return (structure, readData, subset) switch
        {
            (false, true, null) or (false, false, not null) => VerifyDepth.Data,
            (true, false, null) => VerifyDepth.Structure,
            (false, false, null) => VerifyDepth.Files,
            _ => throw UsageErrors.Wrong("--structure, --read-data and --read-data-subset exclude each other", "give one of them"),
        };
    }
}

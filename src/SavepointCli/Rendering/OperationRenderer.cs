using System.CommandLine;
using System.Globalization;
using SavepointCli.Cluster.Journal;
using SavepointCli.Cluster.Tracking;
using SavepointCli.Parsing;

namespace SavepointCli.Rendering;

/// <summary>What there is to say about operations: for people, for programs, or the path alone.</summary>
internal sealed class OperationRenderer
{
    private const string Table = "table";
    private const string Json = "json";
    private const string Path = "path";

    private readonly string _form;
    private readonly TextWriter _output;

    private OperationRenderer(string form, TextWriter output)
    {
        _form = form;
        _output = output;
    }

    public static Option<string> Form() => new("--output", "-o")
    {
        Description = "Form of the output: table, json (one object a line), or path.",
        HelpName = "FORM",
        DefaultValueFactory = _ => Table,
    };

    public static OperationRenderer Of(string form, TextWriter output) => form is Table or Json or Path
        ? new OperationRenderer(form, output)
        : throw UsageErrors.Wrong($"'{form}' is no form of output; expected one of: table, json, path", "-o json");

    public void WriteList(IReadOnlyList<OperationRecord> operations)
    {
        if (_form != Table)
        {
            foreach (var operation in operations) WriteOne(operation);
            return;
        }

        var table = new TextTable("ID", "KIND", "JOB", "STATE", "REQUESTED", "RESULT");
        foreach (var operation in operations)
        {
            table.Add(
                operation.Id.ToString(),
                KindOf(operation),
                operation.Request.Job.ToString(),
                StateOf(operation),
                TimeOf(operation),
                ResultOf(operation));
        }

        table.Write(_output);
    }

    public void Write(OperationFinding finding)
    {
        if (_form != Table)
        {
            WriteOne(finding.Record);
            return;
        }

        var operation = finding.Record;
        WriteLine("operation", operation.Id.ToString());
        WriteLine("kind", KindOf(operation));
        WriteLine("job", operation.Request.Job.ToString());
        WriteLine("cluster", operation.Cluster.Address);
        WriteLine("requested", TimeOf(operation));
        WriteLine("state", StateOf(operation));
        WriteLine("result", ResultOf(operation));
        WriteLine("known from", finding.Explanation);
    }

    private void WriteOne(OperationRecord operation)
    {
        if (_form == Json) _output.WriteLine(operation.ToJson());
        else if (operation.Location is { } location) _output.WriteLine(Printable.Text(location));
    }

    private void WriteLine(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _output.WriteLine($"{name + ":",-12}{Printable.Text(value)}");
    }

    private static string? ResultOf(OperationRecord operation) =>
        operation.Location
        ?? operation.CheckpointId?.ToString(CultureInfo.InvariantCulture)
        ?? operation.Failure?.Message.ReplaceLineEndings(" ");

    private static string KindOf(OperationRecord operation) => operation.Request.Kind.ToString().ToLowerInvariant();

    private static string StateOf(OperationRecord operation) => operation.State.ToString().ToLowerInvariant();

    private static string TimeOf(OperationRecord operation) =>
        operation.RequestedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

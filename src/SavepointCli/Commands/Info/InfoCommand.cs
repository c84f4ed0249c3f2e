using System.CommandLine;
using SavepointCli.Commands.Run;
using SavepointCli.Rendering;

namespace SavepointCli.Commands.Info;

/// <summary><c>info [-p N] [-c CLASS] FILE [ARGS...]</c>.</summary>
internal sealed class InfoCommand : ClusterVerb
{
    private readonly ProgramOptions _program = new();

    public InfoCommand(CommandContext context)
        : base(context, "info", "Show the plan of the job that a program would submit; the cluster makes it, nothing runs.")
    {
        AddFlinkOptions(_program.Flink);
        Add(_program.File);
        Add(_program.Arguments);
        SetAction(RunAsync);
    }

    public override bool StopsAtFirstPositional => true;

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (program, launch) = _program.Read(parsed);
        using var connection = await ConnectAsync(parsed, cancellation).ConfigureAwait(false);
        var upload = new ProgramUpload(connection.Client.Jars, note => Context.Error.WriteLine($"note: {note}"));
        var plan = await upload.UseAsync(
            program,
            jar => connection.Client.Jars.PlanAsync(jar, program.Path, launch, cancellation),
            cancellation).ConfigureAwait(false);
        PlanRenderer.Write(plan, LinesOf(parsed));
        WriteResult(parsed, PlanDocument.Of(plan), DocumentJson.Default.PlanDocument);
        return (int)ExitCode.Done;
    }
}

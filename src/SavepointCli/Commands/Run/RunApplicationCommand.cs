using System.CommandLine;

namespace SavepointCli.Commands.Run;

/// <summary>
/// <c>run-application</c> of Flink 1.x, known in order to say that it cannot be done here: a cluster that is made for one program is
/// started by Flink's own client.
/// </summary>
internal sealed class RunApplicationCommand : ClusterVerb
{
    private readonly ProgramOptions _program = new();

    public RunApplicationCommand(CommandContext context)
        : base(context, "run-application", "Not here: application mode is started by Flink's own client.")
    {
        Hidden = true;
        AddFlinkOptions(_program.Flink);
        AddFlinkOptions(new RestoreOptions().Flink);
        Add(_program.File);
        Add(_program.Arguments);
        SetAction(Refuse);
    }

    public override bool StopsAtFirstPositional => true;

    private static int Refuse(ParseResult parsed) => throw ApplicationMode();

    /// <summary>Why a cluster cannot be made for a program from here, and what to do instead.</summary>
    public static SavepointException ApplicationMode() => new(
        ExitCode.Unsupported,
        "a cluster for one program (application or per-job mode) is started by Flink's own client, which needs a JVM",
        "bin/flink run -t kubernetes-application or yarn-application, or let the Flink Kubernetes operator start it; "
        + "savepoint, stop and list work on the cluster once it runs");
}

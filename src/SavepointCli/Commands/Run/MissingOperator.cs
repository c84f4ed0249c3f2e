using System.Text.RegularExpressions;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Operations.Inspect;
using SavepointCli.Rendering;
using SavepointCli.Storage;

namespace SavepointCli.Commands.Run;

/// <summary>
/// State without an operator, which Flink names by a hash. Where the savepoint can be read from here as well, the message says whose
/// state it is and how much of it would be left behind.
/// </summary>
internal static partial class MissingOperator
{
    /// <summary>The fault with uid, name and size of the operator; the fault itself where they cannot be found.</summary>
    public static SavepointException Explained(SavepointException fault, RestoreSettings? restore, CancellationToken cancellation)
    {
        if (fault.ExitCode != ExitCode.Incompatible || restore is null || OperatorHash().Match(fault.Message) is not { Success: true } match) return fault;
        try
        {
            var report = new InspectHandler(new FileStorage()).Handle(new InspectRequest(restore.Path), cancellation);
            var state = report.Operators.FirstOrDefault(one => one.Id.ToString() == match.Groups["id"].Value);
            if (state is null) return fault;

            var name = state.Uid ?? state.Name;
            var size = ByteSizes.Text(state.Sizes.Total);
            var whose = name is null ? $"the operator has {size} of state" : $"the operator is '{Printable.Text(name)}' with {size} of state";
            return new SavepointException(fault.ExitCode, $"{fault.Message} ({whose})", fault.Hint, fault);
        }
        catch (Exception exception) when (exception is SavepointException or IOException or UnauthorizedAccessException)
        {
            return fault; // the savepoint lies where only the cluster can read it
        }
    }

    [GeneratedRegex("state for operator (?<id>[0-9a-f]{32})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OperatorHash();
}

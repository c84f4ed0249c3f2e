using System.Collections.Frozen;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Commands.Run;

namespace SavepointCli.Rendering;

/// <summary>Flink's lines around a submitted program.</summary>
internal sealed class RunRenderer(TextWriter output)
{
    private const string Legacy = "LEGACY";

    /// <summary>Flink prints the class of an accumulator's value; the REST API names the class of the accumulator.</summary>
    private static readonly FrozenDictionary<string, string> ValueClasses = new Dictionary<string, string>
    {
        ["LongCounter"] = "java.lang.Long",
        ["LongMinimum"] = "java.lang.Long",
        ["LongMaximum"] = "java.lang.Long",
        ["IntCounter"] = "java.lang.Integer",
        ["IntMinimum"] = "java.lang.Integer",
        ["IntMaximum"] = "java.lang.Integer",
        ["DoubleCounter"] = "java.lang.Double",
        ["DoubleMinimum"] = "java.lang.Double",
        ["DoubleMaximum"] = "java.lang.Double",
        ["AverageAccumulator"] = "java.lang.Double",
    }.ToFrozenDictionary();

    public void Announce(RunRequest request)
    {
        if (request.NamesRestoreMode) output.WriteLine("The option 'restoreMode' is deprecated. Please use 'claimMode' instead.");
        if (request.Launch.Restore?.Mode == Legacy)
            output.WriteLine("Warning: The LEGACY restore mode is deprecated, please use CLAIM or NO_CLAIM mode instead.");
    }

    public void Write(RunSubmission submission) => output.WriteLine($"Job has been submitted with JobID {submission.Job}");

    public void Write(JobResult result)
    {
        output.WriteLine("Program execution finished");
        output.WriteLine($"Job with JobID {result.Job} has finished.");
        output.WriteLine($"Job Runtime: {result.NetRuntimeMilliseconds} ms");
        if (result.Accumulators.Count > 0)
        {
            output.WriteLine("Accumulator Results: ");
            foreach (var (name, type, value) in result.Accumulators)
                output.WriteLine($"- {Printable.Text(name)} ({ValueClasses.GetValueOrDefault(type, type)}): {Printable.Text(value)}");
        }

        output.WriteLine();
        output.WriteLine();
    }
}

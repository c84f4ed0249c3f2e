using SavepointCli.Parsing;

namespace SavepointCli.Commands.Run;

/// <summary>A program on this machine: a jar for a Flink cluster, a .NET assembly or a zip of one for the embedded cluster.</summary>
/// <param name="Path">The file.</param>
internal sealed record JobProgram(string Path)
{
    /// <summary>The name under which the cluster gets it.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Takes a path as typed; throws if there is no such file.</summary>
    public static JobProgram Find(string path)
    {
        if (Directory.Exists(path)) throw UsageErrors.Wrong($"Could not get job jar and dependencies from JAR file: JAR file is not a file: {path}", "name the program, not its directory");
        if (!File.Exists(path)) throw UsageErrors.Wrong($"Could not get job jar and dependencies from JAR file: JAR file does not exist: {path}", "options go before the program, and its own arguments after it");
        return new JobProgram(path);
    }
}

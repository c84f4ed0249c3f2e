namespace SavepointCli.Rendering;

/// <summary>Lines that several verbs of <c>bin/flink</c> share; pipelines look for them.</summary>
internal static class FlinkLines
{
    public const string Waiting = "Waiting for response...";

    public static string Completed(string location) => $"Savepoint completed. Path: {Printable.Text(location)}";
}

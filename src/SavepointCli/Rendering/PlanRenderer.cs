using System.Text.Json;

namespace SavepointCli.Rendering;

/// <summary>The plan of a job, framed as Flink's client frames it. The content is the cluster's, whose form differs from the client's.</summary>
internal static class PlanRenderer
{
    private const string Heading = "----------------------- Execution Plan -----------------------";
    private const string End = "--------------------------------------------------------------";

    public static void Write(JsonElement plan, TextWriter output)
    {
        output.WriteLine(Heading);
        output.WriteLine(DocumentRenderer.ToJson(plan));
        output.WriteLine(End);
        output.WriteLine();
        output.WriteLine("No description provided.");
    }
}

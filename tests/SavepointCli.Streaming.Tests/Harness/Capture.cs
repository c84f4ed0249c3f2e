using SavepointCli.Streaming.Graph;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>Runs a program as the engine does and gives the graph that it describes.</summary>
internal static class Capture
{
    public static StreamGraph Of(Action program, int parallelism = 1)
    {
        using var capture = new GraphCapture(parallelism, new Dictionary<string, string>());
        program();
        return capture.Graph ?? throw new InvalidOperationException("The program did not call Execute.");
    }

    public static StreamGraph Of(Action<StreamExecutionEnvironment> describe, int parallelism = 1) => Of(
        () =>
        {
            var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
            describe(environment);
            environment.Execute("test");
        },
        parallelism);

    public static StreamNode Node(this StreamGraph graph, string uidOrName) =>
        graph.Nodes.Single(node => node.Uid == uidOrName || (node.Uid is null && node.Name == uidOrName));
}

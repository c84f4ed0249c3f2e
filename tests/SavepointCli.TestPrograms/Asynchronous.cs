using SavepointCli.Streaming;

namespace SavepointCli.TestPrograms;

public static class Asynchronous
{
    public static async Task<int> Main()
    {
        await Task.Yield();
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 10).Print();
        environment.Execute("asynchronous");
        return 0;
    }
}

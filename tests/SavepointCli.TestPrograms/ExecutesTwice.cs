using SavepointCli.Streaming;

namespace SavepointCli.TestPrograms;

public static class ExecutesTwice
{
    public static void Main()
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 10).Print();
        environment.Execute("first");
        environment.Execute("second");
    }
}

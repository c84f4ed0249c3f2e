using SavepointCli.Streaming;

namespace SavepointCli.TestPrograms;

public static class ExecutesNothing
{
    public static void Main() => StreamExecutionEnvironment.GetExecutionEnvironment().FromSequence(1, 10).Print();
}

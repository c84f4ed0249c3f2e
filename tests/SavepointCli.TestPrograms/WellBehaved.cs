using SavepointCli.Streaming;
using SavepointCli.Streaming.Types;

namespace SavepointCli.TestPrograms;

public static class WellBehaved
{
    public static void Main(string[] args)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        environment.FromSequence(1, 10).Map(static number => new Counted { Number = number }).Uid("mapper-id").Print();
        environment.Execute(args.Length > 0 ? string.Join(' ', args) : "well behaved");
    }

    /// <summary>A type of the program's own, which keeps its load context alive as long as anything holds on to it.</summary>
    [JavaType("org.example.Counted")]
    public sealed class Counted
    {
        public long Number { get; set; }
    }
}

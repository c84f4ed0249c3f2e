using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Sources;

namespace SavepointCli.Examples.Counting;

/// <summary>Counts words that a generator makes up, for ever or until it runs out of them.</summary>
/// <remarks>
/// <c>--rate R</c> words a second (20), <c>--records N</c> words in all (no end), <c>--output DIR</c> writes the counts into files
/// there instead of printing them, <c>--checkpoint-interval MS</c> takes checkpoints.
/// </remarks>
public static class CountingJob
{
    public static void Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args);
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        if (parameters.Has("checkpoint-interval"))
            environment.EnableCheckpointing(TimeSpan.FromMilliseconds(parameters.GetLong("checkpoint-interval", 0)));

        var words = new DataGeneratorSource<Word>(
            Word.Of, parameters.GetLong("records", long.MaxValue), parameters.GetDouble("rate", 20));
        var counts = environment.FromSource(words, WatermarkStrategy.NoWatermarks<Word>(), "words").Uid("words")
            .KeyBy(word => word.Text)
            .Process(new WordCounter()).Uid("counter").Name("counter");
        var sink = parameters.Get("output") is { } directory ? counts.AddSink(new FileSink<WordCount>(directory)) : counts.Print();
        sink.Uid("counts").Name("counts");

        environment.Execute("counting");
    }
}

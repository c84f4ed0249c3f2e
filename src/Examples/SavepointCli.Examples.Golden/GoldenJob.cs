using SavepointCli.Streaming;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Sources;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Golden;

/// <summary>
/// The job of which real Flink took the golden snapshots, as far as its state goes: same uids, state names, types and values,
/// so it takes over where Flink left off.
/// </summary>
/// <remarks>
/// <c>--to N</c> lets the events below N pass (all), <c>--keys K</c> keys (100), <c>--rate R</c> numbers a second (1000),
/// <c>--with-account true</c> the state <c>account</c>, which Flink 1.x wrote with Kryo, <c>--auto-id HEX</c> the id that Flink
/// gave to the operator without uid, <c>--print true</c> what <c>kinds</c> emits.
/// </remarks>
public static class GoldenJob
{
    /// <summary>Where the numbers end: no job gets there.</summary>
    private const long NumberOfTicks = (long.MaxValue / 2) + 1;

    public static void Main(string[] args)
    {
        var parameters = ParameterTool.FromArgs(args);
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment();
        Describe(environment, parameters);
        environment.Execute("golden");
    }

    private static void Describe(StreamExecutionEnvironment environment, ParameterTool parameters)
    {
        // The numbers only make the gate tick. One subtask reads them all: with more subtasks than restored splits, the
        // surplus ones would end at once.
        var ticks = new DataGeneratorSource<long>(number => number, NumberOfTicks, parameters.GetDouble("rate", 1000));
        var events = environment.FromSource(ticks, WatermarkStrategy.NoWatermarks<long>(), "numbers").Uid("numbers").SetParallelism(1)
            .Rebalance()
            .FlatMap(new Gate(parameters.GetLong("to", long.MaxValue), parameters.GetLong("keys", 100))).Uid("gate").Name("gate")
            .AssignTimestampsAndWatermarks(
                WatermarkStrategy.ForMonotonousTimestamps<Event>().WithTimestampAssigner(passed => passed.Ts)).Uid("watermarks");

        var kinds = events.KeyBy(passed => passed.Key)
            .Process(new Kinds(parameters.GetBoolean("with-account", false))).Uid("kinds").Name("kinds");
        var sink = parameters.GetBoolean("print", false) ? kinds.Print() : kinds.AddSink(new DiscardingSink<KeyCount>());
        sink.Uid("kinds-sink");

        var rules = new MapStateDescriptor<string, long>(Rules.StateName);
        var firstOfEachName = events.Filter(passed => passed.N < Event.Names).Uid("rules-filter");
        events.Connect(firstOfEachName.Broadcast(rules)).Process(new Rules(rules)).Uid("rules").Name("rules")
            .AddSink(new DiscardingSink<long>()).Uid("rules-sink");

        var latest = events.KeyBy(passed => (int)(passed.N % 11)).Process(new Latest<int>()).Name("latest");
        if (parameters.Get("auto-id") is { } operatorId)
            latest.SetUidHash(operatorId);
        latest.AddSink(new DiscardingSink<long>());

        Windows.Add(events);

        events.KeyBy(passed => (short)(passed.N % 13)).Process(new Latest<short>()).Uid("short-key").Name("short-key")
            .AddSink(new DiscardingSink<long>()).Uid("short-sink");
    }
}

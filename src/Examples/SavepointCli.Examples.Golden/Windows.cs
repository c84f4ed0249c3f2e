using SavepointCli.Streaming;
using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.Sinks;
using SavepointCli.Streaming.Windows;

namespace SavepointCli.Examples.Golden;

/// <summary>Windows of event time so long that they end only when the job is drained.</summary>
internal static class Windows
{
    /// <summary>Length of the tumbling windows and gap of the sessions.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(100_000);

    public static void Add(DataStream<Event> events)
    {
        var byName = events.KeyBy(passed => ((int)(passed.N % 3), passed.Name));
        byName.Window(TumblingEventTimeWindows.Of(Length)).Reduce(Sum).Uid("tumbling").Name("tumbling")
            .AddSink(new DiscardingSink<Event>()).Uid("tumbling-sink");
        byName.Window(EventTimeSessionWindows.WithGap(Length)).Aggregate(new Count()).Uid("sessions").Name("sessions")
            .AddSink(new DiscardingSink<long>()).Uid("sessions-sink");
    }

    private static Event Sum(Event current, Event added) =>
        new(current.N + added.N, Math.Min(current.Key, added.Key), current.Name, Math.Max(current.Ts, added.Ts));

    private sealed class Count : AggregateFunction<Event, long, long>
    {
        public override long CreateAccumulator() => 0;

        public override long Add(Event value, long accumulator) => accumulator + 1;

        public override long GetResult(long accumulator) => accumulator;

        public override long Merge(long left, long right) => left + right;
    }
}

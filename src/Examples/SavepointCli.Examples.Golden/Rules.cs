using SavepointCli.Streaming.Functions;
using SavepointCli.Streaming.State;

namespace SavepointCli.Examples.Golden;

/// <summary>Keeps a rule for every name in broadcast state and applies it to the events.</summary>
public sealed class Rules(MapStateDescriptor<string, long> rules) : BroadcastProcessFunction<Event, Event, long>
{
    public const string StateName = "rules";

    private const long Factor = 100;

    public override void ProcessElement(Event value, IReadOnlyContext context, ICollector<long> output)
    {
        if (context.GetBroadcastState(rules).TryGetValue(value.Name, out var rule))
            output.Collect(rule);
    }

    public override void ProcessBroadcastElement(Event value, IContext context, ICollector<long> output) =>
        context.GetBroadcastState(rules).Put(value.Name, value.N * Factor);
}

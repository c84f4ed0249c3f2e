using System.Text.Json.Nodes;
using SavepointCli.Examples.Golden;

namespace SavepointCli.Engine.Tests.Jobs;

/// <summary>What the window operators of the golden job hold after some numbers, reckoned without windows.</summary>
internal static class GoldenWindows
{
    private const long Length = 100_000L * 3600 * 1000;

    public static IEnumerable<JsonObject> Expected(IEnumerable<int> numbers, int keys)
    {
        foreach (var group in numbers.Select(n => Event.Of(n, keys)).GroupBy(passed => (Third: passed.N % 3, passed.Name)))
        {
            JsonNode Key() => new JsonArray(group.Key.Third, group.Key.Name);
            var (first, last) = (group.Min(passed => passed.Ts), group.Max(passed => passed.Ts));
            var sum = new JsonObject
            {
                ["key"] = group.Min(passed => passed.Key),
                ["n"] = group.Sum(passed => passed.N),
                ["name"] = group.Key.Name,
                ["ts"] = last,
            };
            yield return Line("tumbling", "window-contents", "reducing", Key(), Window(0, Length), sum);
            yield return Line("tumbling", "_timer_state/event_window-timers", "timer", Key(), Window(0, Length), Length - 1);
            yield return Line("sessions", "window-contents", "aggregating", Key(), "*", group.Count());
            yield return Line(
                "sessions", "_timer_state/event_window-timers", "timer", Key(), Window(first, last + Length), last + Length - 1);
        }
    }

    private static JsonObject Window(long start, long end) => new() { ["start"] = start, ["end"] = end };

    private static JsonObject Line(string name, string state, string kind, JsonNode key, JsonNode @namespace, JsonNode value) => new()
    {
        ["operator"] = name,
        ["state"] = state,
        ["kind"] = kind,
        ["key"] = key,
        ["namespace"] = @namespace,
        ["value"] = value,
    };
}

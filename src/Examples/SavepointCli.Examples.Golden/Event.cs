using System.Globalization;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Examples.Golden;

/// <summary>What a number becomes.</summary>
/// <param name="N">The number.</param>
/// <param name="Key">Key of <c>kinds</c>.</param>
/// <param name="Name">One of <see cref="Names"/> names.</param>
/// <param name="Ts">Event time in milliseconds.</param>
[JavaType("golden.Ev")]
public sealed record Event(long N, long Key, string Name, long Ts)
{
    public const long Names = 7;

    private const long MillisecondsBetweenEvents = 1000;

    public static Event Of(long n, long keys) =>
        new(n, n % keys, string.Create(CultureInfo.InvariantCulture, $"name-{n % Names}"), n * MillisecondsBetweenEvents);
}

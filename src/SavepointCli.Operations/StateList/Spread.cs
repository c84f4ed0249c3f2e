using System.Collections.Immutable;

namespace SavepointCli.Operations.StateList;

/// <summary>How bytes are spread over numbered places.</summary>
/// <param name="Places">Number of places, those without anything included.</param>
/// <param name="Min">Fewest bytes of a place.</param>
/// <param name="Median">As many bytes as half of the places reach.</param>
/// <param name="Max">Most bytes of a place.</param>
/// <param name="Largest">The places with the most bytes, largest first.</param>
public sealed record Spread(int Places, long Min, long Median, long Max, ImmutableArray<SpreadPlace> Largest)
{
    private const int MostShown = 5;

    /// <summary>How many times the median the largest place is; null if the median is 0.</summary>
    public double? MaxToMedian => Median > 0 ? (double)Max / Median : null;

    internal static Spread Of(IReadOnlyList<EntryCount> counts)
    {
        var sorted = counts.Select(count => count.Bytes).Order().ToArray();
        var largest = counts
            .Select((count, index) => new SpreadPlace(index, count.Entries, count.Bytes))
            .Where(place => place.Entries > 0)
            .OrderByDescending(place => place.Bytes).ThenBy(place => place.Index)
            .Take(MostShown);
        return new Spread(sorted.Length, sorted[0], sorted[(sorted.Length - 1) / 2], sorted[^1], [.. largest]);
    }
}

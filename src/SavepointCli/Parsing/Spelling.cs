namespace SavepointCli.Parsing;

/// <summary>Finds what somebody probably meant to type.</summary>
internal static class Spelling
{
    private const int MostEdits = 3;

    /// <summary>The known word with the fewest edits from <paramref name="typed"/>, or null if none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> known)
    {
        var limit = Math.Min(MostEdits, (typed.TrimStart('-').Length + 1) / 3);
        return known
            .Select(word => (Word: word, Edits: Edits(typed, word)))
            .Where(candidate => candidate.Edits <= limit)
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>Levenshtein distance: single characters added, left out or replaced.</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}

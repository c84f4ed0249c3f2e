using System.Globalization;
using SavepointCli.Cluster.Jobs;
using SavepointCli.Format.Ids;

namespace SavepointCli.Parsing;

/// <summary>Values of Flink's own options and positionals, checked before anything is asked of a cluster.</summary>
internal static class Values
{
    private const int JobIdDigits = 32;
    private const int UnsetParallelism = -1;

    /// <summary>Flink reads pairs of digits and leaves a 33rd alone; so do we.</summary>
    public static JobId JobId(string text)
    {
        var digits = text.Length == JobIdDigits + 1 && char.IsAsciiHexDigit(text[^1]) ? text[..JobIdDigits] : text;
        return Format.Ids.JobId.TryParse(digits, out var id)
            ? id
            : throw UsageErrors.Wrong(
                $"Cannot parse JobID from \"{text}\". The expected format is [0-9a-fA-F]{{32}}, e.g. fd72014d4c864993a2e5a9287b4a9c5d",
                "savepointctl list shows the ids");
    }

    /// <summary><c>canonical</c> or <c>native</c> in any case; canonical if not given.</summary>
    public static SavepointFormat SavepointFormat(string? text) => text?.ToUpperInvariant() switch
    {
        null or "CANONICAL" => Cluster.Jobs.SavepointFormat.Canonical,
        "NATIVE" => Cluster.Jobs.SavepointFormat.Native,
        _ => throw UsageErrors.Wrong($"'{text}' is no type of savepoint; expected one of: CANONICAL, NATIVE", "-type canonical"),
    };

    /// <summary><c>CLAIM</c>, <c>NO_CLAIM</c> or <c>LEGACY</c>, in any case.</summary>
    public static string ClaimMode(string text) => text.ToUpperInvariant() switch
    {
        "CLAIM" or "NO_CLAIM" or "LEGACY" => text.ToUpperInvariant(),
        _ => throw UsageErrors.Wrong($"'{text}' is no claim mode; expected one of: CLAIM, NO_CLAIM, LEGACY", "-cm NO_CLAIM"),
    };

    /// <summary>A positive number, or null for -1 and for nothing.</summary>
    public static int? Parallelism(string? text)
    {
        if (text is null) return null;
        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number == UnsetParallelism) return null;
        if (isNumber && number > 0) return number;
        throw UsageErrors.Wrong($"The parallelism must be a positive number: {text}", "-p 2");
    }
}

using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>What these tests ask of the expected lines.</summary>
internal static class GoldenCaseExtensions
{
    /// <summary>State <c>count</c> of the operator <c>kinds</c> by key.</summary>
    public static IReadOnlyDictionary<int, long> ExpectedCounts(this GoldenCase golden) =>
        golden.ExpectedLines
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("operator").GetString() == "kinds" && line.GetProperty("state").GetString() == "count")
            .ToDictionary(line => line.GetProperty("key").GetInt32(), line => line.GetProperty("value").GetInt64());
}

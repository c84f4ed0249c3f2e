using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SavepointCli.Engine.Rest;

/// <summary>
/// The target of a request. Flink decodes the whole path before it splits it, so an encoded slash separates too; doubled and trailing
/// slashes count for nothing, and <c>/v1</c> in front is the same as nothing.
/// </summary>
/// <param name="Received">Path and query as received, for error texts.</param>
/// <param name="ReceivedPath">The path as received.</param>
/// <param name="Segments">The decoded path without version prefix and empty segments.</param>
/// <param name="Query">The decoded query.</param>
internal sealed record RestTarget(
    string Received, string ReceivedPath, IReadOnlyList<string> Segments, IReadOnlyDictionary<string, StringValues> Query)
{
    private const string VersionPrefix = "v1";

    /// <summary>Takes the target of the request line.</summary>
    public static RestTarget Parse(string rawTarget)
    {
        var isPath = rawTarget.StartsWith('/') || !Uri.TryCreate(rawTarget, UriKind.Absolute, out _);
        var received = isPath ? rawTarget : new Uri(rawTarget).PathAndQuery;
        var question = received.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? received : received[..question];
        var query = question < 0 ? "" : received[question..];
        var segments = Uri.UnescapeDataString(path).Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new RestTarget(
            received, path, segments is [VersionPrefix, .. var rest] ? rest : segments, QueryHelpers.ParseQuery(query));
    }
}

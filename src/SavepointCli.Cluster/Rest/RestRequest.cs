using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SavepointCli.Cluster.Rest;

/// <summary>One request, so described that it can be sent again.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path below <c>/v1/</c>, with query.</param>
/// <param name="Content">Makes the body of one attempt, or null for none.</param>
internal sealed record RestRequest(HttpMethod Method, string Path, Func<HttpContent>? Content = null)
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take unless the caller says otherwise.</summary>
    public TimeSpan Timeout { get; init; } = UsualTimeout;

    /// <summary>What it means if the cluster refuses, put in front of its reason; null for the reason alone.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the cluster may get it twice; otherwise only an attempt that never arrived is repeated.</summary>
    public bool Repeatable { get; init; } = true;

    public static RestRequest Get(string path) => new(HttpMethod.Get, path);

    public static RestRequest Delete(string path) => new(HttpMethod.Delete, path);

    public static RestRequest WithJson<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type) =>
        new(method, path, () => Json(body, type));

    private static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        return content;
    }
}

using System.Text;
using System.Text.Json;

namespace SavepointCli.Testing.Recordings;

/// <summary>One request with its answer.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with query.</param>
/// <param name="RequestBody">The JSON that was sent; null if there was none or it was no JSON.</param>
/// <param name="Status">Status of the answer; 0 if the connection was closed instead.</param>
/// <param name="ContentType">What the answer said it was.</param>
/// <param name="ResponseBody">Body of the answer.</param>
public sealed record RecordedExchange(
    string Method, string Path, JsonElement? RequestBody, int Status, string ContentType, byte[] ResponseBody)
{
    private const string JsonType = "application/json; charset=UTF-8";

    internal static RecordedExchange Of(JsonElement recording)
    {
        var request = recording.GetProperty("request");
        var response = recording.GetProperty("response");
        var body = request.TryGetProperty("body", out var sent) && sent.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? sent
            : (JsonElement?)null;
        var closed = response.ValueKind == JsonValueKind.Null;
        return new RecordedExchange(
            request.GetProperty("method").GetString()!,
            request.GetProperty("path").GetString()!,
            body,
            closed ? 0 : response.GetProperty("status").GetInt32(),
            closed ? "" : ContentTypeOf(response),
            closed ? [] : BodyOf(response));
    }

    private static string ContentTypeOf(JsonElement response) =>
        response.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Array
            ? headers.EnumerateArray()
                .Where(header => header[0].GetString()!.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                .Select(header => header[1].GetString())
                .FirstOrDefault() ?? ""
            : JsonType;

    private static byte[] BodyOf(JsonElement response) => response.TryGetProperty("body", out var body)
        ? body.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.String => Encoding.UTF8.GetBytes(body.GetString()!),
            _ => Encoding.UTF8.GetBytes(body.GetRawText()),
        }
        : [];
}

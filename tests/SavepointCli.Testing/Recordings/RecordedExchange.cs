using System.Text;
using System.Text.Json;

namespace SavepointCli.Testing.Recordings;

/// <summary>One request with its answer.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with query.</param>
/// <param name="RequestBody">The JSON that was sent; null if there was none or it was no JSON.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="ResponseBody">Body of the answer.</param>
public sealed record RecordedExchange(string Method, string Path, JsonElement? RequestBody, int Status, byte[] ResponseBody)
{
    internal static RecordedExchange Of(JsonElement recording)
    {
        var request = recording.GetProperty("request");
        var response = recording.GetProperty("response");
        var body = request.TryGetProperty("body", out var sent) && sent.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? sent
            : (JsonElement?)null;
        return new RecordedExchange(
            request.GetProperty("method").GetString()!,
            request.GetProperty("path").GetString()!,
            body,
            response.GetProperty("status").GetInt32(),
            BodyOf(response));
    }

    private static byte[] BodyOf(JsonElement response) => response.TryGetProperty("body", out var body)
        ? Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText())
        : [];
}

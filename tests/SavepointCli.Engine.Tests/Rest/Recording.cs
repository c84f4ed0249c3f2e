using System.Text.Json;
using SavepointCli.Testing;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>One exchange with a real cluster.</summary>
internal sealed record Recording(string Method, string Path, string? Body, int Status, JsonElement Answer)
{
    public static Recording Load(string version, string name)
    {
        var folder = Fixtures.Unpack(Fixtures.PathOf("recordings", $"rest-{version}.zip"));
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(folder, $"{name}.json")));
        var request = document.RootElement.GetProperty("request");
        var response = document.RootElement.GetProperty("response");
        var body = request.GetProperty("body");
        return new Recording(
            request.GetProperty("method").GetString()!,
            request.GetProperty("path").GetString()!,
            body.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => body.GetString(), _ => body.GetRawText() },
            response.GetProperty("status").GetInt32(),
            response.GetProperty("body").Clone());
    }

    /// <summary>The first line of each error, which is what clients look at; the frames below are the server's own affair.</summary>
    public static IEnumerable<string> FirstLines(JsonElement answer) =>
        answer.ValueKind != JsonValueKind.Object
            ? []
            : answer.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!.Split('\n')[0]);
}

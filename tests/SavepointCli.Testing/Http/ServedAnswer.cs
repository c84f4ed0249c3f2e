using System.Text;

namespace SavepointCli.Testing.Http;

/// <summary>What a <see cref="ScriptedServer"/> answers: a status with a body, nothing at all, or the end of the connection.</summary>
public sealed record ServedAnswer(int Status, string ContentType, byte[] Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Resets the connection after so many bytes of the body; null for not at all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Sends the body byte by byte with a pause between them; null for at once.</summary>
    public TimeSpan? PauseBetweenBytes { get; init; }

    private const string JsonType = "application/json; charset=UTF-8";

    /// <summary>Keeps the client waiting.</summary>
    public static ServedAnswer Silence { get; } = new(0, "", []);

    /// <summary>Closes the connection without a byte.</summary>
    public static ServedAnswer Hangup { get; } = new(-1, "", []);

    public static ServedAnswer Json(string body, int status = 200) => new(status, JsonType, Encoding.UTF8.GetBytes(body));

    public static ServedAnswer Json(byte[] body, int status) => new(status, JsonType, body);

    public static ServedAnswer Html(string body, int status) => new(status, "text/html", Encoding.UTF8.GetBytes(body));
}

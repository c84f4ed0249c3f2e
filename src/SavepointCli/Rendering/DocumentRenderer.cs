using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SavepointCli.Rendering;

/// <summary>Prints a result for programs: a document with <c>apiVersion</c> and <c>kind</c>, as JSON or as YAML with the same content.</summary>
internal static class DocumentRenderer
{
    /// <summary>Version of all documents. Fields get added, never removed or given another type, while it stays.</summary>
    public const string ApiVersion = "savepointctl/v1";

    // No part of a web page: letters of any script stay readable. Control characters are escaped all the same.
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON of elsewhere in our own form; what it says stays the same.</summary>
    public static string ToJson(JsonElement element)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable)) element.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static void Write<T>(T document, JsonTypeInfo<T> type, OutputForm form, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable)) JsonSerializer.Serialize(writer, document, type);
        var json = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        if (form == OutputForm.Yaml)
        {
            using var parsed = JsonDocument.Parse(json);
            YamlRenderer.Write(parsed.RootElement, output);
        }
        else
        {
            output.WriteLine(System.Text.Encoding.UTF8.GetString(json.Span));
        }
    }
}

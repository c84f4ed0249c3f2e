using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Rendering;

/// <summary>A value of state as JSON for a cell of a table.</summary>
internal static class JsonCell
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(object? value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable)) ValueJson.Write(writer, value);
        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}

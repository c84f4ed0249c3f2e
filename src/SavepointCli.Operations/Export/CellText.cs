using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.Export;

/// <summary>Values as the text of a cell.</summary>
internal static class CellText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text as it is, anything else in its JSON form without the quotes of a JSON text; null for null.</summary>
    public static string? Of(object? value) => value switch
    {
        null or VoidNamespace => null,
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        WholeValue whole => Json(whole.Value),
        _ => WithoutQuotes(Json(value)),
    };

    private static string WithoutQuotes(string json) => json[0] == '"' ? JsonElement.Parse(json).GetString()! : json;

    private static string Json(object? value)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Readable))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}

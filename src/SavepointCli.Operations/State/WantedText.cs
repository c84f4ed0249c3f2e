using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Operations.State;

/// <summary>
/// A key, namespace or map key that somebody asks for: JSON in the form in which it is printed, or bare text, which stands for itself where
/// texts are stored and for the JSON it is elsewhere.
/// </summary>
public sealed class WantedText
{
    private readonly JsonElement? _json;
    private readonly JsonElement _bare;

    /// <summary>Takes what was asked for.</summary>
    /// <param name="text">As it was given.</param>
    public WantedText(string text)
    {
        Text = text;
        _bare = JsonSerializer.SerializeToElement(text, WantedTextJson.Default.String);
        _json = Parse(text);
    }

    /// <summary>As it was given.</summary>
    public string Text { get; }

    /// <summary>Whether this is the value that was printed as <paramref name="printed"/>.</summary>
    public bool Equals(JsonElement printed) =>
        _json is { } json && JsonElement.DeepEquals(json, printed) || JsonElement.DeepEquals(_bare, printed);

    /// <summary>The bytes of the value as a serializer writes it; null where it writes none such, or is not known to read JSON.</summary>
    public byte[]? Encode(TypeSerializer serializer)
    {
        var writer = new JavaDataWriter();
        if (_json is { } json && serializer.TryWriteJson(writer, json))
        {
            return writer.ToArray();
        }

        writer.Clear();
        return serializer.TryWriteJson(writer, _bare) ? writer.ToArray() : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

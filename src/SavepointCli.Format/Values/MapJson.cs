using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SavepointCli.Format.Values;

/// <summary>
/// Maps as JSON: an object if all keys are texts, else an array of pairs; sorted either way, because the order in which Java's hash
/// maps are stored says nothing.
/// </summary>
internal static class MapJson
{
    // The order must not depend on how the caller's writer escapes.
    private static readonly JsonWriterOptions KeyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, FlinkMap map)
    {
        if (map.All(entry => entry.Key is string key && JsonText.IsWellFormed(key)))
        {
            WriteObject(writer, map);
        }
        else
        {
            WritePairs(writer, map);
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, FlinkMap map)
    {
        var keys = new string[map.Count];
        var values = new object?[map.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            (keys[i], values[i]) = ((string)map[i].Key!, map[i].Value);
        }

        Array.Sort(keys, values, StringComparer.Ordinal);
        writer.WriteStartObject();
        for (var i = 0; i < keys.Length; i++)
        {
            writer.WritePropertyName(keys[i]);
            ValueJson.Write(writer, values[i]);
        }

        writer.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter writer, FlinkMap map)
    {
        var keys = new string[map.Count];
        var entries = new KeyValuePair<object?, object?>[map.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            entries[i] = map[i];
            keys[i] = TextOf(map[i].Key);
        }

        Array.Sort(keys, entries, StringComparer.Ordinal);
        writer.WriteStartArray();
        foreach (var entry in entries)
        {
            writer.WriteStartArray();
            ValueJson.Write(writer, entry.Key);
            ValueJson.Write(writer, entry.Value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static string TextOf(object? key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, KeyOptions))
        {
            ValueJson.Write(writer, key);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.Serializers;

/// <summary>The single values of all keyed states of a golden snapshot, read with the serializers that the snapshot describes.</summary>
internal static class GoldenValues
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Visits the value of every entry of a value, reducing or aggregating state.</summary>
    public delegate void Visitor(StateMeta state, ReadOnlySpan<byte> key, TypeSerializer keySerializer, ReadOnlySpan<byte> value, TypeSerializer valueSerializer);

    public static KryoVersion KryoOf(string flink) => flink.StartsWith("1.", StringComparison.Ordinal) ? KryoVersion.Kryo2 : KryoVersion.Kryo5;

    public static void Visit(string flink, string name, Visitor visitor)
    {
        var folder = GoldenCase.Load(flink, name).SnapshotPath;
        var metadata = SnapshotMetadataCodec.Read(File.ReadAllBytes(Path.Combine(folder, "_metadata")), "_metadata");
        foreach (var operatorState in metadata.Operators)
        {
            foreach (var handle in operatorState.Subtasks.Select(subtask => subtask.ManagedKeyedState).OfType<KeyGroupsHandle>())
            {
                using var stream = Open(folder, handle.Stream);
                if (KeyedStreamForms.Detect(stream, handle, name) == KeyedStreamForm.Canonical)
                {
                    VisitCanonical(new CanonicalKeyGroupReader(stream, handle, name), operatorState.MaxParallelism, KryoOf(flink), visitor);
                }
                else
                {
                    VisitHeap(new HeapKeyGroupReader(stream, handle, name, KryoOf(flink)), KryoOf(flink), visitor);
                }
            }
        }
    }

    /// <summary>One line in a form in which equal content has equal text.</summary>
    public static string Line(StateMeta state, object? key, object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(state.Name);
            ValueJson.Write(writer, key);
            ValueJson.Write(writer, value);
            writer.WriteEndArray();
        }

        return Normalise(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>The lines that the snapshot must give.</summary>
    public static IEnumerable<string> Expected(string flink, string name)
    {
        foreach (var text in GoldenCase.Load(flink, name).ExpectedLines)
        {
            using var line = JsonDocument.Parse(text);
            var root = line.RootElement;
            if (root.GetProperty("kind").GetString() is "value" or "reducing" or "aggregating")
            {
                yield return Normalise($"[{root.GetProperty("state").GetRawText()},{root.GetProperty("key").GetRawText()},{root.GetProperty("value").GetRawText()}]");
            }
        }
    }

    private static Stream Open(string folder, StreamHandle? stream) => stream switch
    {
        InlineStreamHandle inline => new MemoryStream(inline.Data.ToArray()),
        RelativeFileStreamHandle file => File.OpenRead(Path.Combine(folder, file.RelativePath)),
        FileStreamHandle file => File.OpenRead(Path.Combine(folder, Path.GetFileName(file.Path))),
        _ => throw new NotSupportedException($"{stream}"),
    };

    private static void VisitCanonical(CanonicalKeyGroupReader reader, int maxParallelism, KryoVersion kryo, Visitor visitor)
    {
        var key = reader.Header.KeySerializer.RestoreSerializer(kryo);
        while (reader.Read())
        {
            var state = reader.Header.States[reader.StateIndex];
            if (IsSingleValue(state))
            {
                var layout = new KeyLayout(maxParallelism, key, state.NamespaceSerializer!.RestoreSerializer(kryo));
                var parts = layout.Split(reader.Key, reader.KeyGroup);
                visitor(state, reader.Key[parts.Key], key, reader.Value, state.ValueSerializer!.RestoreSerializer(kryo));
            }
        }
    }

    private static void VisitHeap(HeapKeyGroupReader reader, KryoVersion kryo, Visitor visitor)
    {
        var key = reader.Header.KeySerializer.RestoreSerializer(kryo);
        while (reader.Read())
        {
            var state = reader.Header.States[reader.StateIndex];
            if (IsSingleValue(state))
            {
                visitor(state, reader.Key, key, reader.Value, state.ValueSerializer!.RestoreSerializer(kryo));
            }
        }
    }

    private static bool IsSingleValue(StateMeta state) =>
        state.KeyedStateType is KeyedStateType.Value or KeyedStateType.Reducing or KeyedStateType.Aggregating;

    private static string Normalise(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Append(text, document.RootElement);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    text.Append(property.Name).Append(':');
                    Append(text, property.Value);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var item in element.EnumerateArray())
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(element.TryGetInt64(out var whole) ? whole.ToString() : element.GetDouble().ToString("R"));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(element.GetString()).Append('"');
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SavepointCli.Streaming.State;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Examples;

/// <summary>Values as the golden lines write them, by what their type information says.</summary>
internal static class GoldenJson
{
    public static string Of(object key) => JsonSerializer.Serialize(key);

    public static JsonNode? Of(TypeInformation type, object? value) => value is null ? null : type.Accept(new Writer(value));

    /// <summary>Lines as sorted text with numbers in one form and fields in one order.</summary>
    public static IEnumerable<string> Normalized(IEnumerable<JsonObject> lines) =>
        lines.Select(line => Normalized(line)).Order(StringComparer.Ordinal);

    private static string Normalized(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject fields => $"{{{string.Join(",", fields.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}:{Normalized(part.Value)}"))}}}",
        JsonArray array => $"[{string.Join(",", array.Select(Normalized))}]",
        _ when node.GetValueKind() == JsonValueKind.Number => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private sealed class Writer(object value) : ITypeVisitor<JsonNode?>
    {
        public JsonNode? Visit<T>(BasicTypeInformation<T> type) => JsonSerializer.SerializeToNode((T)value);

        public JsonNode Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
            where TElement : unmanaged => JsonSerializer.SerializeToNode((TElement[])value)!;

        public JsonNode Visit<TElement>(ListTypeInformation<TElement> type) =>
            new JsonArray([.. ((List<TElement>)value).Select(element => Of(type.Element, element))]);

        public JsonNode Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
            where TKey : notnull =>
            new JsonObject(((Dictionary<TKey, TValue>)value).Select(entry => KeyValuePair.Create($"{entry.Key}", Of(type.Value, entry.Value))));

        public JsonNode Visit<TTuple>(TupleTypeInformation<TTuple> type) =>
            new JsonArray([.. type.Split((TTuple)value).Select((part, i) => Of(type.Fields[i], part))]);

        public JsonNode Visit<TPojo>(PojoTypeInformation<TPojo> type)
            where TPojo : class =>
            new JsonObject(type.Fields.Select(part => KeyValuePair.Create(part.JavaName, Of(part.Type, part.Get(value)))));

        public JsonNode Visit<TElement>(BufferEntryTypeInformation<TElement> type) =>
            Of(type.Element, ((BufferEntry<TElement>)value).Element)!;

        public JsonNode? Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
            where TNamespace : struct => null;
    }
}

using System.Collections.Frozen;
using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>Reads a schema of Avro from JSON; named types that were defined can be used by name from there on.</summary>
internal sealed class AvroSchemaParser
{
    /// <summary>Deepest nesting of a schema's JSON.</summary>
    public const int MaxDepth = 128;

    private static readonly FrozenDictionary<string, AvroType> Primitives = new Dictionary<string, AvroType>(StringComparer.Ordinal)
    {
        ["null"] = AvroType.Null,
        ["boolean"] = AvroType.Boolean,
        ["int"] = AvroType.Int,
        ["long"] = AvroType.Long,
        ["float"] = AvroType.Float,
        ["double"] = AvroType.Double,
        ["bytes"] = AvroType.Bytes,
        ["string"] = AvroType.String,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, AvroSchema> _named = new(StringComparer.Ordinal);

    public AvroSchema Parse(JsonElement json, string enclosingNamespace) => json.ValueKind switch
    {
        JsonValueKind.String => ByName(json.GetString()!, enclosingNamespace),
        JsonValueKind.Array => Union(json, enclosingNamespace),
        JsonValueKind.Object => Complex(json, enclosingNamespace),
        _ => throw new FormatException($"{json.ValueKind} in the place of a type"),
    };

    private AvroSchema ByName(string name, string enclosingNamespace) =>
        Primitives.TryGetValue(name, out var primitive) ? new AvroSchema(primitive)
        : _named.TryGetValue(FullName(name, enclosingNamespace), out var named) || _named.TryGetValue(name, out named) ? named
        : throw new FormatException($"unknown type {name}");

    private AvroSchema Union(JsonElement json, string enclosingNamespace) =>
        new(AvroType.Union) { Children = [.. json.EnumerateArray().Select(alternative => Parse(alternative, enclosingNamespace))] };

    private AvroSchema Complex(JsonElement json, string enclosingNamespace)
    {
        var type = Require(json, "type");
        if (type.ValueKind != JsonValueKind.String)
        {
            return Parse(type, enclosingNamespace);
        }

        return type.GetString() switch
        {
            "record" or "error" => Record(json, enclosingNamespace),
            "enum" => Enum(json, enclosingNamespace),
            "fixed" => Fixed(json, enclosingNamespace),
            "array" => new AvroSchema(AvroType.Array) { Children = [Parse(Require(json, "items"), enclosingNamespace)] },
            "map" => new AvroSchema(AvroType.Map) { Children = [Parse(Require(json, "values"), enclosingNamespace)] },
            var name => ByName(name!, enclosingNamespace),
        };
    }

    private AvroSchema Record(JsonElement json, string enclosingNamespace)
    {
        var record = Define(AvroType.Record, json, enclosingNamespace);
        var innerNamespace = record.FullName.LastIndexOf('.') is >= 0 and var dot ? record.FullName[..dot] : "";
        var names = new List<string>();
        var types = new List<AvroSchema>();
        foreach (var field in Require(json, "fields").EnumerateArray())
        {
            names.Add(Text(field, "name"));
            types.Add(Parse(Require(field, "type"), innerNamespace));
        }

        record.Children = types;
        record.Fields = new NamedFields(record.FullName, [.. names]);
        return record;
    }

    private AvroSchema Enum(JsonElement json, string enclosingNamespace)
    {
        var schema = Define(AvroType.Enum, json, enclosingNamespace);
        var symbols = Require(json, "symbols").EnumerateArray();
        schema.Symbols = [.. symbols.Select(symbol => new FlinkEnum(schema.FullName, symbol.GetString() ?? ""))];
        return schema;
    }

    private AvroSchema Fixed(JsonElement json, string enclosingNamespace)
    {
        var schema = Define(AvroType.Fixed, json, enclosingNamespace);
        schema.Size = Require(json, "size").GetInt32() is >= 0 and var size ? size : throw new FormatException("fixed of negative size");
        return schema;
    }

    private AvroSchema Define(AvroType type, JsonElement json, string enclosingNamespace)
    {
        var ownNamespace = json.TryGetProperty("namespace", out var given) ? given.GetString() ?? "" : enclosingNamespace;
        var schema = new AvroSchema(type, FullName(Text(json, "name"), ownNamespace));
        _named[schema.FullName] = schema;
        return schema;
    }

    private static string FullName(string name, string inNamespace) =>
        name.Contains('.') || inNamespace.Length == 0 ? name : $"{inNamespace}.{name}";

    private static string Text(JsonElement json, string property) =>
        Require(json, property).GetString() ?? throw new FormatException($"'{property}' that is null");

    private static JsonElement Require(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) ? value : throw new FormatException($"type without '{property}'");
}

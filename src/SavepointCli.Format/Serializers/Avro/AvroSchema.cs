using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>A schema of Avro. Named types may contain themselves, so schemas can be a cycle.</summary>
/// <param name="type">The type.</param>
/// <param name="fullName">Full name of a record, enum or fixed, else empty.</param>
internal sealed class AvroSchema(AvroType type, string fullName = "")
{
    public AvroType Type => type;

    public string FullName => fullName;

    /// <summary>Fields of a record, alternatives of a union, the items of an array or map.</summary>
    public IReadOnlyList<AvroSchema> Children { get; set; } = [];

    /// <summary>Names of a record's fields.</summary>
    public NamedFields Fields { get; set; } = new("", []);

    /// <summary>Constants of an enum.</summary>
    public IReadOnlyList<FlinkEnum> Symbols { get; set; } = [];

    /// <summary>Bytes of a fixed.</summary>
    public int Size { get; set; }

    /// <summary>Parses a schema in JSON.</summary>
    /// <exception cref="SavepointException">It is no schema of Avro.</exception>
    public static AvroSchema Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = AvroSchemaParser.MaxDepth });
            return new AvroSchemaParser().Parse(document.RootElement, enclosingNamespace: "");
        }
        catch (Exception invalid) when (invalid is JsonException or FormatException or InvalidOperationException)
        {
            throw new SavepointException(ExitCode.Damaged, $"Avro schema that cannot be read: {invalid.Message}", hint: null, invalid);
        }
    }

    /// <summary>The type for people: as <see cref="Describe"/>, but a record with the types of its fields.</summary>
    public string DescribeWithFields() => type == AvroType.Record
        ? $"record {fullName} {{ {string.Join(", ", Children.Select((child, i) => $"{Fields.Names[i]}: {child.Describe()}"))} }}"
        : Describe();

    /// <summary>The type for people; named types by name only.</summary>
    public string Describe() => type switch
    {
        AvroType.Record or AvroType.Enum or AvroType.Fixed => fullName,
        AvroType.Array or AvroType.Map => $"{Type.ToString().ToLowerInvariant()}<{Children[0].Describe()}>",
        AvroType.Union => string.Join(" | ", Children.Select(child => child.Describe())),
        _ => Type.ToString().ToLowerInvariant(),
    };
}

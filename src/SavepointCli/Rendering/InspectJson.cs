using System.Text.Json.Serialization;

namespace SavepointCli.Rendering;

/// <summary>Serialises <see cref="InspectDocument"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(InspectDocument))]
internal sealed partial class InspectJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace SavepointCli.Rendering;

/// <summary>Serialises the documents of the verbs on snapshots at rest without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InspectDocument))]
[JsonSerializable(typeof(ConfigDocument))]
[JsonSerializable(typeof(StateListDocument))]
[JsonSerializable(typeof(VerifyDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;

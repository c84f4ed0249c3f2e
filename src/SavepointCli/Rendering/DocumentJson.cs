using System.Text.Json.Serialization;

namespace SavepointCli.Rendering;

/// <summary>Serialises the documents of all verbs without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InspectDocument))]
[JsonSerializable(typeof(ConfigDocument))]
[JsonSerializable(typeof(StateExportDocument))]
[JsonSerializable(typeof(StateListDocument))]
[JsonSerializable(typeof(OperationDocument))]
[JsonSerializable(typeof(JobListDocument))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(VerifyDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;

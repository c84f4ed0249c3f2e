using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery;

/// <summary>Serialization of the record without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EmbeddedClusterRecord))]
internal sealed partial class EmbeddedClusterJson : JsonSerializerContext;

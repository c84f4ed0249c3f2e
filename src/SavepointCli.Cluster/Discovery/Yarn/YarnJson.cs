using System.Text.Json.Serialization;

namespace SavepointCli.Cluster.Discovery.Yarn;

/// <summary>Messages of YARN, serialized without reflection.</summary>
[JsonSourceGenerationOptions(RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(YarnApplicationAnswer))]
internal sealed partial class YarnJson : JsonSerializerContext;

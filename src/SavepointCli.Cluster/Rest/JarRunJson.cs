using System.Text.Json.Serialization;
using SavepointCli.Cluster.Rest.Messages;

namespace SavepointCli.Cluster.Rest;

/// <summary>The one message that leaves out what is not set.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JarRunBody))]
internal sealed partial class JarRunJson : JsonSerializerContext;

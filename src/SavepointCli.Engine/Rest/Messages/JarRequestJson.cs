using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>Reads the requests of the web submission, whose fields are spelt in camel case.</summary>
[JsonSerializable(typeof(JarRunRequestBody))]
internal sealed partial class JarRequestJson : JsonSerializerContext
{
    /// <summary>With the spelling set.</summary>
    public static JarRequestJson Shared { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}

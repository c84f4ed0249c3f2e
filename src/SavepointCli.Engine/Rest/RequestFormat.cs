using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SavepointCli.Engine.Rest;

/// <summary>The JSON that a route takes.</summary>
/// <param name="Name">Simple name of Flink's class, which error texts quote.</param>
/// <param name="Type">How it is read.</param>
internal sealed record RequestFormat<TBody>(string Name, JsonTypeInfo<TBody> Type)
    where TBody : class
{
    /// <summary>Reads a body; an empty one counts as <c>{}</c>.</summary>
    public TBody? Read(ReadOnlySpan<byte> json, out RestAnswer? refusal)
    {
        try
        {
            refusal = null;
            return JsonSerializer.Deserialize(json.IsEmpty ? "{}"u8 : json, Type) ?? JsonSerializer.Deserialize("{}"u8, Type);
        }
        catch (JsonException fault)
        {
            refusal = RestAnswer.Handled(
                400, $"Request did not match expected format {Name}.", new JavaThrowable(JavaNames.JsonMappingException, fault.Message));
            return null;
        }
    }
}

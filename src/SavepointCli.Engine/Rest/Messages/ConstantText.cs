using System.Text.Json;
using System.Text.Json.Serialization;

namespace SavepointCli.Engine.Rest.Messages;

/// <summary>A constant by its exact, case-sensitive name.</summary>
internal abstract class ConstantText<T>(params (string Name, T Value)[] constants) : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (var (name, value) in constants)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw new JsonException($"'{text}' is none of {string.Join(", ", constants.Select(constant => constant.Name))}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Array.Find(constants, constant => constant.Value.Equals(value)).Name);
}

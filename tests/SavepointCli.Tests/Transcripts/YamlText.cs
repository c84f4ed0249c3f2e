using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SavepointCli.Tests.Transcripts;

/// <summary>Documents as the list of what stands in them, so that JSON and YAML can be compared.</summary>
internal static class YamlText
{
    /// <summary>Brackets, names and values in their order; a text in quotes if it can't be taken for something else.</summary>
    public static IEnumerable<string> Leaves(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart: yield return "{"; break;
                case MappingEnd: yield return "}"; break;
                case SequenceStart: yield return "["; break;
                case SequenceEnd: yield return "]"; break;
                case Scalar scalar: yield return IsText(scalar) ? $"'{scalar.Value}'" : scalar.Value; break;
                default: break;
            }
        }
    }

    public static IEnumerable<string> Leaves(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ["{", .. json.EnumerateObject().SelectMany(field => Leaves(field.Value).Prepend($"'{field.Name}'")), "}"],
        JsonValueKind.Array => ["[", .. json.EnumerateArray().SelectMany(Leaves), "]"],
        JsonValueKind.String => [$"'{json.GetString()}'"],
        _ => [json.GetRawText()],
    };

    private static bool IsText(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain || (!double.TryParse(scalar.Value, out _) && scalar.Value is not ("true" or "false" or "null"));
}

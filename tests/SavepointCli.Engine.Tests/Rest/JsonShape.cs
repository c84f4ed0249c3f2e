using System.Text.Json;
using System.Text.RegularExpressions;

namespace SavepointCli.Engine.Tests.Rest;

/// <summary>The shape of a document: every path in it with the kind of value found there.</summary>
internal static partial class JsonShape
{
    public static HashSet<string> Of(JsonElement document)
    {
        var shape = new HashSet<string>(StringComparer.Ordinal);
        Walk(document, "", shape);
        return shape;
    }

    private static void Walk(JsonElement element, string path, HashSet<string> shape)
    {
        shape.Add($"{path}: {Kind(element)}");
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Walk(property.Value, $"{path}.{Id().Replace(property.Name, ":id")}", shape);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, $"{path}[]", shape);
                }

                break;
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        var kind => kind.ToString(),
    };

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Id();
}

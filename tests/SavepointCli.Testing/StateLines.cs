using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SavepointCli.Testing;

/// <summary>Compares lines of state as the fixtures' README says: as sets, numbers by value, namespace <c>"*"</c> matches any.</summary>
public static class StateLines
{
    private const string AnyNamespace = "*";
    private const string OperatorWithoutUid = "?";
    private const int IdDigits = 32;
    private static readonly string[] NotExpected = ["numbers"];

    /// <summary>The lines that are missing (-) and too many (+), at most a few of each.</summary>
    public static IReadOnlyList<string> Compare(IEnumerable<string> expected, IEnumerable<string> found)
    {
        var wanted = expected.Select(line => Normalise(line)).ToList();
        var anyNamespace = wanted.Where(line => line.Namespace == AnyNamespace).Select(line => (line.Operator, line.State)).ToHashSet();
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in wanted)
        {
            missing[line.Text] = missing.GetValueOrDefault(line.Text) + 1;
        }

        List<string> differences = [];
        foreach (var line in found.Select(text => Normalise(text, anyNamespace)).Where(line => IsExpected(line.Operator, line.State)))
        {
            if (missing.GetValueOrDefault(line.Text) is > 0 and var count)
            {
                missing[line.Text] = count - 1;
            }
            else
            {
                differences.Add($"+ {line.Text}");
            }
        }

        differences.AddRange(missing.Where(line => line.Value > 0).Select(line => $"- {line.Key}"));
        return [.. differences.Order(StringComparer.Ordinal).Take(6)];
    }

    private static bool IsExpected(string @operator, string state) => !NotExpected.Contains(@operator) && state != "merging-window-set";

    private static (string Operator, string State, string? Namespace, string Text) Normalise(
        string line, HashSet<(string Operator, string State)>? anyNamespace = null)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        var name = (string)json["operator"]!;
        var state = (string)json["state"]!;
        if (name.Length == IdDigits && name.All(char.IsAsciiHexDigit))
        {
            json["operator"] = name = OperatorWithoutUid;
        }

        if (anyNamespace?.Contains((name, state)) == true)
        {
            json["namespace"] = AnyNamespace;
        }

        if (json.ContainsKey("key"))
        {
            json.Remove("subtask");
        }

        json.Remove("keyGroup");
        json.Remove("lastAccess");
        var text = new StringBuilder();
        Write(text, json);
        return (name, state, json["namespace"] is JsonValue value && value.TryGetValue<string>(out var ns) ? ns : null, text.ToString());
    }

    /// <summary>Canonical text: names sorted, numbers as .NET prints them.</summary>
    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                text.Append('{');
                foreach (var field in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    text.Append(field.Key).Append(':');
                    Write(text, field.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray elements:
                text.Append('[');
                foreach (var element in elements)
                {
                    Write(text, element);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                text.Append(Number(number.ToJsonString()));
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    private static string Number(string digits) =>
        long.TryParse(digits, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : double.Parse(digits, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}

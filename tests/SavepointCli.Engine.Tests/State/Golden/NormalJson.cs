using System.Globalization;
using System.Text.Json;

namespace SavepointCli.Engine.Tests.State.Golden;

/// <summary>One text per JSON value: sorted members, numbers by value.</summary>
internal static class NormalJson
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { IncludeFields = true };

    public static string Of(object? value) => Of(JsonSerializer.SerializeToElement(value, CamelCase));

    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Of(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Of))}]",
        JsonValueKind.Number => element.TryGetInt64(out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => element.GetRawText().Length > 0 && element.ValueKind == JsonValueKind.String ? $"'{element.GetString()}'" : element.GetRawText(),
    };
}

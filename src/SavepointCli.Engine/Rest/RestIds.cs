using System.Globalization;
using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Rest;

/// <summary>How the ids in a path are read: one function for each name that a template may contain.</summary>
internal static class RestIds
{
    /// <summary>Hex digits of an id; Flink looks at no more of them and refuses fewer.</summary>
    private const int Digits = 32;

    private static readonly Dictionary<string, Func<RestCall, string, RestCall?>> Binders = new(StringComparer.Ordinal)
    {
        ["jobid"] = static (call, text) => JobId.TryParse(FirstDigits(text), out var id) ? call with { Job = id } : null,
        ["triggerid"] = static (call, text) => TriggerId.TryParse(text, out var id) ? call with { Trigger = id } : null,
        ["checkpointid"] = static (call, text) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
                ? call with { CheckpointId = id }
                : null,
        ["vertexid"] = static (call, text) => OperatorId.TryParse(FirstDigits(text), out var id) ? call with { Vertex = id } : null,
        ["subtaskindex"] = static (call, text) => Number(text) is { } number ? call with { SubtaskIndex = number } : null,
        ["attempt"] = static (call, text) => Number(text) is { } number ? call with { Attempt = number } : null,
        ["jarid"] = static (call, text) => call with { Jar = text },
        ["taskmanagerid"] = static (call, text) => call with { TaskManager = text },
    };

    /// <summary>The call with the id put in, or null if the text is none.</summary>
    public static RestCall? Bind(RestCall call, string name, string text) => Binders[name](call, text);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The digits that count; an empty text, which no parser takes, if there are too few.</summary>
    public static string FirstDigits(string text) => text.Length < Digits ? "" : text[..Digits];
}

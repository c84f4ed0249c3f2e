using System.Text.Json;

namespace SavepointCli.Testing.Recordings;

/// <summary>One invocation of <c>bin/flink</c>.</summary>
/// <param name="Name">Name of the recording.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Variables">Environment variables that matter; null for one that was taken away.</param>
/// <param name="Configuration">Settings of the configuration that matter, by file or flat; null if that was not recorded.</param>
/// <param name="ExitCode">With what it ended.</param>
/// <param name="Output">Its stdout.</param>
/// <param name="Error">Its stderr.</param>
/// <param name="Traffic">What it sent and got, in order; empty if that was not recorded.</param>
public sealed record CliInvocation(
    string Name,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string?> Variables,
    JsonElement? Configuration,
    int ExitCode,
    string Output,
    string Error,
    IReadOnlyList<RecordedExchange> Traffic)
{
    internal static CliInvocation Of(string name, JsonElement recording) => new(
        name,
        [.. recording.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!)],
        VariablesOf(recording),
        recording.TryGetProperty("config", out var configuration) && configuration.ValueKind == JsonValueKind.Object ? configuration : null,
        recording.GetProperty("exit").GetInt32(),
        recording.GetProperty("stdout").GetString()!,
        recording.GetProperty("stderr").GetString()!,
        recording.TryGetProperty("traffic", out var traffic) ? [.. traffic.EnumerateArray().Select(RecordedExchange.Of)] : []);

    private static Dictionary<string, string?> VariablesOf(JsonElement recording) =>
        recording.TryGetProperty("env", out var variables) && variables.ValueKind == JsonValueKind.Object
            ? variables.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString())
            : [];
}

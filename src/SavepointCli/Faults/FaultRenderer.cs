using System.Text.Json;
using SavepointCli.Rendering;

namespace SavepointCli.Faults;

/// <summary>Writes a fault: one line for what happened, one for what to try.</summary>
internal static class FaultRenderer
{
    /// <summary>For programs: the whole fault is one line of JSON, and the last one.</summary>
    public static void WriteJson(Fault fault, Exception? exception, TextWriter error)
    {
        if (exception is not null) error.WriteLine(exception);
        error.WriteLine(JsonSerializer.Serialize(ErrorDocument.Of(fault), DocumentJson.Default.ErrorDocument));
    }

    /// <param name="fault">What to say.</param>
    /// <param name="exception">Written in full when the caller asked for it; otherwise null.</param>
    /// <param name="error">Where to.</param>
    public static void Write(Fault fault, Exception? exception, TextWriter error)
    {
        error.WriteLine($"error: {OneLine(fault.Message)}");
        if (fault.Hint is not null) error.WriteLine($"  try: {OneLine(fault.Hint)}");
        if (exception is not null) error.WriteLine(exception);
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

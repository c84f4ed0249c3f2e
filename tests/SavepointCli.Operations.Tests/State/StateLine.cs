using System.Text;
using System.Text.Json;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Tests.State;

/// <summary>Lines of state as <c>state read -o jsonl</c> prints them.</summary>
internal static class StateLine
{
    public static string Of(StateEntry entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            StateEntryJson.Write(writer, entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

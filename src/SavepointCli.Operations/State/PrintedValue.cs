using System.Buffers;
using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>A value as it is printed, to compare with what somebody typed.</summary>
internal static class PrintedValue
{
    public static JsonElement Of(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ValueJson.Write(writer, value);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}

using System.Text.Json;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// One entry as one JSON object, in the form of <c>docs/format/values.md</c>: <c>operator</c>, <c>state</c>, <c>kind</c>, then <c>key</c>,
/// <c>namespace</c> and <c>value</c> of keyed state, or <c>subtask</c> and <c>value</c> of operator state, or <c>value</c> of a coordinator's; what
/// else is known follows.
/// </summary>
public static class StateEntryJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter writer, StateEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("operator"u8, entry.Operator);
        writer.WriteString("state"u8, entry.State);
        writer.WriteString("kind"u8, NameOf(entry.Kind));
        if (entry.KeyGroup is null)
        {
            WriteSubtask(writer, entry);
            WriteValue(writer, "value"u8, entry.Value);
        }
        else
        {
            WriteValue(writer, "key"u8, entry.Key);
            WriteValue(writer, "namespace"u8, entry.Namespace);
            WriteValue(writer, "value"u8, entry.Value);
            writer.WriteNumber("keyGroup"u8, entry.KeyGroup.Value);
            WriteSubtask(writer, entry);
        }

        if (entry.Value is ITtlValue ttl)
        {
            writer.WriteNumber("lastAccess"u8, ttl.LastAccess);
        }

        writer.WriteEndObject();
    }

    /// <summary>Prints the object and ends the line.</summary>
    public static void PrintLine(JsonBuffer output, StateEntry entry)
    {
        output.Write(entry, Write);
        output.WriteRaw('\n');
    }

    /// <summary>The name of a kind in JSON and tables.</summary>
    public static string NameOf(StateEntryKind kind) => kind switch
    {
        StateEntryKind.Value => "value",
        StateEntryKind.List => "list",
        StateEntryKind.Map => "map",
        StateEntryKind.Reducing => "reducing",
        StateEntryKind.Aggregating => "aggregating",
        StateEntryKind.Folding => "folding",
        StateEntryKind.Timer => "timer",
        StateEntryKind.Queue => "queue",
        StateEntryKind.Split => "split",
        StateEntryKind.Union => "union",
        StateEntryKind.Broadcast => "broadcast",
        StateEntryKind.Coordinator => "coordinator",
        StateEntryKind.Raw => "raw",
        StateEntryKind.Channel => "channel",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void WriteSubtask(Utf8JsonWriter writer, StateEntry entry)
    {
        if (entry.Kind != StateEntryKind.Coordinator)
        {
            writer.WriteNumber("subtask"u8, entry.Subtask);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, ReadOnlySpan<byte> name, object? value)
    {
        writer.WritePropertyName(name);
        ValueJson.Write(writer, value);
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>
/// Prints entries of one keyed state straight from their bytes, without an object for any value: the fast way of what
/// <see cref="KeyedStateDecoder"/> and <see cref="StateEntryJson"/> do. It takes the entries that are as they should be and need nothing
/// but printing, and leaves all others to them.
/// </summary>
internal sealed class KeyedLinePrinter
{
    private readonly KeyedStateTypes _types;
    private readonly KeyLayout _layout;
    private readonly bool _hasCompositeKeys;
    private readonly bool _isList;
    private readonly bool _isPossible;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    public KeyedLinePrinter(StateOrigin origin, StateMeta state, KeyedStateTypes types, KeyLayout layout, bool hasCompositeKeys)
    {
        _types = types;
        _layout = layout;
        _hasCompositeKeys = hasCompositeKeys;
        _isList = hasCompositeKeys && types.Kind == StateEntryKind.List;
        var isMap = hasCompositeKeys && types.Kind == StateEntryKind.Map;
        var value = _isList ? types.Element : types.Value;
        _isPossible = !isMap && types.Kind != StateEntryKind.Timer && !value.HoldsLastAccess && origin.Selection.WantsAllKeys
            && types.Key.PrintsJson && types.Namespace.PrintsJson && value.PrintsJson;
        _head = HeadOf(origin, state.Name, types.Kind);
        _tail = TailOf(origin);
    }

    /// <summary>Prints the line of an entry; false, and nothing printed, where it must be decoded first.</summary>
    public bool TryPrint(in StoredEntry stored, JsonBuffer output)
    {
        if (!_isPossible)
        {
            return false;
        }

        var start = output.Length;
        try
        {
            output.WriteRaw(_head);
            if (PrintKey(stored, output) && PrintValue(stored.Value, output))
            {
                output.WriteRaw(",\"keyGroup\":"u8);
                output.WriteNumber(stored.KeyGroup);
                output.WriteRaw(_tail);
                return true;
            }
        }
        catch (SavepointException)
        {
            // The slow way meets the same fault and says what it is.
        }

        output.Truncate(start);
        return false;
    }

    private bool PrintKey(in StoredEntry stored, JsonBuffer output)
    {
        if (_hasCompositeKeys)
        {
            var parts = _layout.Split(stored.Key, stored.KeyGroup);
            return Print(_types.Key, stored.Key[parts.Key], output) && PrintNamespace(stored.Key[parts.Namespace], output);
        }

        return Print(_types.Key, stored.Key, output) && PrintNamespace(stored.Namespace, output);
    }

    private bool PrintNamespace(ReadOnlySpan<byte> bytes, JsonBuffer output)
    {
        output.WriteRaw(",\"namespace\":"u8);
        if (!bytes.IsEmpty)
        {
            return Print(_types.Namespace, bytes, output);
        }

        output.WriteNull();
        return true;
    }

    private bool PrintValue(ReadOnlySpan<byte> bytes, JsonBuffer output)
    {
        output.WriteRaw(",\"value\":"u8);
        return _isList ? PrintList(bytes, output) : Print(_types.Value, bytes, output);
    }

    private bool PrintList(ReadOnlySpan<byte> bytes, JsonBuffer output)
    {
        var reader = new JavaDataReader(bytes);
        output.WriteRaw('[');
        _types.Element.PrintJson(ref reader, output);
        while (reader.Remaining > 0)
        {
            reader.Skip(1);
            output.WriteRaw(',');
            _types.Element.PrintJson(ref reader, output);
        }

        output.WriteRaw(']');
        return true;
    }

    private static bool Print(TypeSerializer serializer, ReadOnlySpan<byte> bytes, JsonBuffer output)
    {
        var reader = new JavaDataReader(bytes);
        serializer.PrintJson(ref reader, output);
        return reader.Remaining == 0;
    }

    private static byte[] HeadOf(StateOrigin origin, string state, StateEntryKind kind)
    {
        var head = new JsonBuffer();
        head.WriteRaw("{\"operator\":"u8);
        head.WriteText(origin.Operator);
        head.WriteRaw(",\"state\":"u8);
        head.WriteText(state);
        head.WriteRaw(",\"kind\":"u8);
        head.WriteText(StateEntryJson.NameOf(kind));
        head.WriteRaw(",\"key\":"u8);
        return head.Written.ToArray();
    }

    private static byte[] TailOf(StateOrigin origin)
    {
        var tail = new JsonBuffer();
        tail.WriteRaw(",\"subtask\":"u8);
        tail.WriteNumber(origin.Subtask);
        tail.WriteRaw("}\n"u8);
        return tail.Written.ToArray();
    }
}

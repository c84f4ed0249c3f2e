using SavepointCli.Format;
using SavepointCli.Format.Coordinators;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;

namespace SavepointCli.Operations.State;

/// <summary>Entries of managed operator state: one per state, with all its elements.</summary>
internal sealed class OperatorStateEntries(StateOrigin origin)
{
    private const int SmallestMapEntry = 2;

    private readonly StateFindings _findings = new();

    public static IEnumerable<EntryBatch> Read(Stream stream, OperatorStateHandle handle, string path, StateOrigin origin)
    {
        var entries = new OperatorStateEntries(origin);
        return entries.Read(stream, handle, path).Select(entry => new DecodedBatch(origin, [entry], entries._findings));
    }

    private IEnumerable<StateEntry> Read(Stream stream, OperatorStateHandle handle, string path)
    {
        var reader = new OperatorStateReader(stream, handle, path);
        foreach (var state in handle.States.Where(state => origin.Selection.Wants(state.Name)))
        {
            var meta = reader.MetaOf(state);
            yield return new StateEntry
            {
                Operator = origin.Operator,
                OperatorId = origin.OperatorId,
                State = state.Name,
                Kind = KindOf(state.Mode),
                Subtask = origin.Subtask,
                Value = meta.Kind == BackendStateType.Broadcast ? ReadMap(reader, path, state, meta) : ReadList(reader, path, state, meta),
            };
        }
    }

    private static StateEntryKind KindOf(OperatorStateMode mode) => mode switch
    {
        OperatorStateMode.Union => StateEntryKind.Union,
        OperatorStateMode.Broadcast => StateEntryKind.Broadcast,
        _ => StateEntryKind.Split,
    };

    private List<object?> ReadList(OperatorStateReader reader, string path, OperatorStateOffsets state, StateMeta meta)
    {
        var serializer = StateSerializers.Restore(meta.ValueSerializer, origin.Kryo);
        var elements = new List<object?>(state.Offsets.Length);
        foreach (var offset in state.Offsets)
        {
            var element = Decode(reader.ReadAt(offset), new DataOrigin(path, offset), state.Name, serializer, static (ref bytes, element) => element.ReadObject(ref bytes));
            elements.Add(element is byte[] split && state.Name == SourceReaderState.StateName ? SourceValues.OfReaderElement(split) ?? split : element);
        }

        return elements;
    }

    private object? ReadMap(OperatorStateReader reader, string path, OperatorStateOffsets state, StateMeta meta)
    {
        if (state.Offsets.IsEmpty)
        {
            return new FlinkMap();
        }

        var serializers = (
            Key: StateSerializers.Restore(meta.KeySerializer, origin.Kryo), Value: StateSerializers.Restore(meta.ValueSerializer, origin.Kryo));
        return Decode(reader.ReadAt(state.Offsets[0]), new DataOrigin(path, state.Offsets[0]), state.Name, serializers, static (ref bytes, of) =>
        {
            var entries = new KeyValuePair<object?, object?>[bytes.ReadCount("entries of a broadcast state", SmallestMapEntry)];
            for (var i = 0; i < entries.Length; i++)
            {
                var key = of.Key.ReadObject(ref bytes);
                entries[i] = new KeyValuePair<object?, object?>(key, of.Value.ReadObject(ref bytes));
            }

            return new FlinkMap(entries);
        });
    }

    private object? Decode<TContext>(ReadOnlySpan<byte> bytes, DataOrigin place, string state, TContext context, Decoder<TContext> decode)
    {
        try
        {
            var reader = new JavaDataReader(bytes, place);
            return decode(ref reader, context);
        }
        catch (OpaqueValueException opaque)
        {
            _findings.Opaque(origin, state, opaque.ClassName);
            return new OpaqueValue(opaque.ClassName, bytes.ToArray());
        }
        catch (SavepointFormatException fault)
        {
            _findings.Unreadable(origin, state, fault);
            return new UnreadableValue(bytes.ToArray());
        }
    }

    private delegate object? Decoder<in TContext>(ref JavaDataReader reader, TContext context);
}

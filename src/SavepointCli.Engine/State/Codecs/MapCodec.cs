using SavepointCli.Engine.Types;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Composite;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>Map state: an entry per map key in the canonical form, count and entries in the heap form.</summary>
internal sealed class MapCodec<TUserKey, TUserValue>(
    MapSerializer<TUserKey, TUserValue> reader, MapSerializer<TUserKey, TUserValue> writer, IEqualityComparer<TUserKey>? keyComparer)
    : StateCodec<Dictionary<TUserKey, TUserValue>>
    where TUserKey : notnull
{
    private readonly bool _writesNull = NullEncoding.IsKnownTo(writer.Value);

    public override KeyedStateType Type => KeyedStateType.Map;

    public override void WriteCanonical(Dictionary<TUserKey, TUserValue> state, EntryBuffers buffers, EntrySink sink)
    {
        foreach (var (key, value) in state)
        {
            buffers.UserKey.Clear();
            writer.Key.Write(buffers.UserKey, key);
            buffers.Value.Clear();
            buffers.Value.WriteBoolean(value is null);

            // Some Flink releases read the serializer's own null behind the flag, all others ignore it.
            if (value is not null || _writesNull)
            {
                writer.Value.Write(buffers.Value, value);
            }

            sink(buffers.UserKey.WrittenSpan, buffers.Value.WrittenSpan);
        }
    }

    public override void WriteHeap(JavaDataWriter output, Dictionary<TUserKey, TUserValue> state) => writer.Write(output, state);

    public override void ReadCanonical(
        ref JavaDataReader userKey, ref JavaDataReader value, ref Dictionary<TUserKey, TUserValue> state, bool exists)
    {
        if (!exists)
        {
            state = new Dictionary<TUserKey, TUserValue>(keyComparer);
        }

        var key = reader.Key.Read(ref userKey) ?? throw userKey.Fault("null as the key of a map", ExitCode.Incompatible);
        if (!state.TryAdd(key, value.ReadBoolean() ? NullValue(ref value) : reader.Value.Read(ref value)))
        {
            throw userKey.Fault("two entries of one map under the same map key");
        }

        if (userKey.Remaining > 0)
        {
            throw userKey.Fault($"{userKey.Remaining} bytes behind the map key");
        }
    }

    // A default in the place of null would be a wrong value: 0 is not "no number".
    private static TUserValue NullValue(ref JavaDataReader value) => default(TUserValue) is null
        ? default!
        : throw value.Fault($"null as a value of a map to {typeof(TUserValue).Name}, which has no null", ExitCode.Incompatible);
}

using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>Value, reducing and aggregating state: one value, the same bytes in both forms.</summary>
internal sealed class ValueCodec<T>(KeyedStateType type, TypeSerializer<T> reader, TypeSerializer<T> writer) : StateCodec<T>
{
    public override KeyedStateType Type => type;

    public override void WriteCanonical(T state, EntryBuffers buffers, EntrySink sink)
    {
        buffers.Value.Clear();
        writer.Write(buffers.Value, state);
        sink([], buffers.Value.WrittenSpan);
    }

    public override void WriteHeap(JavaDataWriter output, T state) => writer.Write(output, state);

    public override void ReadCanonical(ref JavaDataReader userKey, ref JavaDataReader value, ref T state, bool exists)
    {
        if (exists)
        {
            throw value.Fault("two values under one key");
        }

        state = reader.Read(ref value);
        if (value.Remaining > 0)
        {
            throw value.Fault($"{value.Remaining} bytes behind the value");
        }
    }
}

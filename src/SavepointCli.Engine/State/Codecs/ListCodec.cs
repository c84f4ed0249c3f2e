using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>List state: elements with a comma between them in the canonical form, with their count in front in the heap form.</summary>
internal sealed class ListCodec<T>(TypeSerializer<T> reader, TypeSerializer<T> writer) : StateCodec<List<T>>
{
    /// <summary>RocksDB joins what is appended to a list with this byte; element bytes may contain it, too.</summary>
    public const byte Delimiter = (byte)',';

    public override KeyedStateType Type => KeyedStateType.List;

    public override void WriteCanonical(List<T> state, EntryBuffers buffers, EntrySink sink)
    {
        if (state.Count == 0)
        {
            return;
        }

        buffers.Value.Clear();
        foreach (var element in state)
        {
            if (buffers.Value.Length > 0)
            {
                buffers.Value.WriteByte(Delimiter);
            }

            writer.Write(buffers.Value, element);
        }

        sink([], buffers.Value.WrittenSpan);
    }

    public override void WriteHeap(JavaDataWriter output, List<T> state)
    {
        output.WriteInt32(state.Count);
        foreach (var element in state)
        {
            writer.Write(output, element);
        }
    }

    public override void ReadCanonical(ref JavaDataReader userKey, ref JavaDataReader value, ref List<T> state, bool exists)
    {
        if (exists)
        {
            throw value.Fault("two lists under one key");
        }

        state = [];
        while (true)
        {
            state.Add(reader.Read(ref value));
            if (value.Remaining == 0)
            {
                return;
            }

            if (value.ReadByte() != Delimiter)
            {
                throw value.Fault("no comma between two elements of a list");
            }
        }
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Types;

/// <summary>What an interval join keeps of an element: whether it was joined, then the element.</summary>
internal sealed class BufferEntrySerializer<T>(TypeSerializer<T> element) : TypeSerializer<BufferEntry<T>>
{
    private readonly PrefixedSerializer _general = PrefixedSerializer.BufferEntryOf(element);

    public override int FixedLength => _general.FixedLength;

    public override SerializerSnapshot Snapshot => _general.Snapshot;

    public override BufferEntry<T> Read(ref JavaDataReader reader)
    {
        var hasBeenJoined = reader.ReadBoolean();
        return new BufferEntry<T>(element.Read(ref reader), hasBeenJoined);
    }

    public override void Write(JavaDataWriter writer, BufferEntry<T> value)
    {
        writer.WriteBoolean(value.HasBeenJoined);
        element.Write(writer, value.Element);
    }

    public override void Skip(ref JavaDataReader reader) => _general.Skip(ref reader);
}

using System.Buffers.Binary;

namespace SavepointCli.Streaming.Sources;

/// <summary>Version 1: the number of unassigned splits and the splits. Mirrors <c>NumberSequenceSource.CheckpointSerializer</c>.</summary>
internal sealed class SequenceEnumeratorSerializer : ISimpleVersionedSerializer<IReadOnlyList<SequenceSplit>>
{
    public int Version => 1;

    public IReadOnlyList<SequenceSplit> Deserialize(int version, ReadOnlySpan<byte> bytes)
    {
        SequenceSplitSerializer.CheckVersion(version);
        if (bytes.Length < sizeof(int))
            throw new InvalidDataException("The state of a number sequence enumerator is cut off.");
        var count = BinaryPrimitives.ReadInt32BigEndian(bytes);
        var rest = bytes[sizeof(int)..];
        var splits = new List<SequenceSplit>();
        for (var i = 0; i < count; i++)
        {
            splits.Add(SequenceSplitSerializer.Read(rest, out var length));
            rest = rest[length..];
        }
        return rest.IsEmpty ? splits : throw new InvalidDataException($"The state of a number sequence enumerator has {rest.Length} bytes too many.");
    }

    public byte[] Serialize(IReadOnlyList<SequenceSplit> splits)
    {
        var bytes = new byte[sizeof(int) + splits.Sum(SequenceSplitSerializer.LengthOf)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, splits.Count);
        var rest = bytes.AsSpan(sizeof(int));
        foreach (var split in splits)
        {
            SequenceSplitSerializer.Write(split, rest);
            rest = rest[SequenceSplitSerializer.LengthOf(split)..];
        }
        return bytes;
    }
}

using System.Buffers.Binary;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// How key group, key, namespace and map key of one state are put together to the key of a canonical entry (and of a RocksDB
/// record). Mirrors <c>CompositeKeySerializationUtils</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
public sealed class KeyLayout
{
    private const int BitsOfByte = 8;

    private readonly TypeSerializer _key;
    private readonly TypeSerializer _namespace;

    /// <summary>The layout of one state.</summary>
    /// <param name="maxParallelism">Number of key groups of the operator.</param>
    /// <param name="key">Serializer of the keys.</param>
    /// <param name="namespace">Serializer of the state's namespaces.</param>
    public KeyLayout(int maxParallelism, TypeSerializer key, TypeSerializer @namespace)
    {
        PrefixLength = KeyGroups.PrefixBytes(maxParallelism);
        _key = key;
        _namespace = @namespace;
        IsAmbiguous = key.FixedLength < 0 && @namespace.FixedLength < 0;
    }

    /// <summary>Bytes of the key group in front of every key.</summary>
    public int PrefixLength { get; }

    /// <summary>
    /// Whether key and namespace both vary in length: their byte counts follow them then, so that no two pairs give the same bytes.
    /// </summary>
    public bool IsAmbiguous { get; }

    /// <summary>The key group that stands in front of a key.</summary>
    public static int ReadKeyGroup(ReadOnlySpan<byte> key, int prefixLength) =>
        prefixLength == 1 ? key[0] : BinaryPrimitives.ReadUInt16BigEndian(key);

    /// <summary>The bytes in front of the keys of a key group; keys sort after them and before those of the next key group.</summary>
    public static byte[] PrefixOf(int keyGroup, int prefixLength) =>
        prefixLength == 1 ? [(byte)keyGroup] : [(byte)(keyGroup >> BitsOfByte), (byte)(keyGroup & byte.MaxValue)];

    /// <summary>Writes the key group that stands in front of a key.</summary>
    public static void WriteKeyGroup(JavaDataWriter writer, int keyGroup, int prefixLength)
    {
        if (prefixLength == 1)
        {
            writer.WriteByte((byte)keyGroup);
        }
        else
        {
            writer.WriteUInt16((ushort)keyGroup);
        }
    }

    /// <summary>Finds the parts in the bytes of a key.</summary>
    /// <param name="key">The bytes, key group included.</param>
    /// <param name="keyGroup">The key group in whose block the entry stands; the bytes must say the same.</param>
    /// <param name="origin">Where the bytes come from.</param>
    public KeyParts Split(ReadOnlySpan<byte> key, int keyGroup, DataOrigin? origin = null)
    {
        var reader = new JavaDataReader(key, origin);
        var stored = PrefixLength == 1 ? reader.ReadByte() : reader.ReadUInt16();
        if (stored != keyGroup)
        {
            throw reader.Fault($"a key of key group {stored} stands in key group {keyGroup}");
        }

        var keyStart = reader.Position;
        _key.Skip(ref reader);
        var keyEnd = reader.Position;
        SkipLength(ref reader, keyEnd - keyStart);
        var namespaceStart = reader.Position;
        _namespace.Skip(ref reader);
        var namespaceEnd = reader.Position;
        SkipLength(ref reader, namespaceEnd - namespaceStart);
        return new KeyParts(keyStart..keyEnd, namespaceStart..namespaceEnd, reader.Position..key.Length);
    }

    /// <summary>Starts a key: writes its key group. Then write the key and call <see cref="EndPart"/>, the namespace and call it again, the map key.</summary>
    /// <returns>Where the key begins, for <see cref="EndPart"/>.</returns>
    public int Begin(JavaDataWriter writer, int keyGroup)
    {
        WriteKeyGroup(writer, keyGroup, PrefixLength);
        return writer.Length;
    }

    /// <summary>Ends the key or the namespace that begins at <paramref name="start"/>.</summary>
    /// <returns>Where the next part begins.</returns>
    public int EndPart(JavaDataWriter writer, int start)
    {
        if (IsAmbiguous)
        {
            var rest = (uint)(writer.Length - start);
            do
            {
                writer.WriteByte((byte)(rest & byte.MaxValue));
                rest >>= BitsOfByte;
            }
            while (rest != 0);
        }

        return writer.Length;
    }

    /// <summary>Length bytes are little-endian without a mark of their end: only who knows the length knows how many there are.</summary>
    private void SkipLength(ref JavaDataReader reader, int length)
    {
        if (!IsAmbiguous)
        {
            return;
        }

        var rest = (uint)length;
        do
        {
            var stored = reader.ReadByte();
            if (stored != (byte)(rest & byte.MaxValue))
            {
                throw reader.Fault($"a part of a key takes {length} bytes, but its length bytes say otherwise");
            }

            rest >>= BitsOfByte;
        }
        while (rest != 0);
    }
}

using System.Buffers.Binary;

namespace SavepointCli.Streaming.Sources;

/// <summary>A value with version and length in front of its bytes. Mirrors <c>SimpleVersionedSerialization</c>.</summary>
internal static class VersionedBytes
{
    private const int HeaderLength = 2 * sizeof(int);

    public static T Read<T>(ISimpleVersionedSerializer<T> serializer, ReadOnlySpan<byte> bytes, out int length)
    {
        if (bytes.Length < HeaderLength)
            throw new InvalidDataException($"A versioned value of {bytes.Length} bytes is cut off.");
        var version = BinaryPrimitives.ReadInt32BigEndian(bytes);
        var payload = BinaryPrimitives.ReadInt32BigEndian(bytes[sizeof(int)..]);
        if (payload < 0 || payload > bytes.Length - HeaderLength)
            throw new InvalidDataException($"A versioned value says it has {payload} bytes, but {bytes.Length - HeaderLength} are there.");
        length = HeaderLength + payload;
        return serializer.Deserialize(version, bytes.Slice(HeaderLength, payload));
    }

    public static byte[] Write<T>(ISimpleVersionedSerializer<T> serializer, T value)
    {
        var payload = serializer.Serialize(value);
        var bytes = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(bytes, serializer.Version);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(sizeof(int)), payload.Length);
        payload.CopyTo(bytes, HeaderLength);
        return bytes;
    }
}

namespace SavepointCli.Streaming.Sources;

/// <summary>
/// Turns splits and enumerator states into bytes whose version is stored beside them. Mirrors <c>SimpleVersionedSerializer</c>.
/// </summary>
public interface ISimpleVersionedSerializer<T>
{
    /// <summary>The version that <see cref="Serialize"/> writes.</summary>
    int Version { get; }

    /// <summary>The bytes of <paramref name="value"/>.</summary>
    byte[] Serialize(T value);

    /// <summary>The value in <paramref name="bytes"/>.</summary>
    /// <exception cref="InvalidDataException">The version is unknown or the bytes are no value of it.</exception>
    T Deserialize(int version, ReadOnlySpan<byte> bytes);
}

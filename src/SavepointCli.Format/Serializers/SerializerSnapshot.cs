using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// The stored description of a serializer: class name of the snapshot, its version and its payload. Mirrors
/// <c>TypeSerializerSnapshot</c>; subtypes hold the payload of one family of classes and write it back byte for byte.
/// </summary>
/// <param name="ClassName">Java binary name of the snapshot class, e.g. <c>…LongSerializer$LongSerializerSnapshot</c>.</param>
/// <param name="Version">The snapshot version that was read or is to be written.</param>
public abstract record SerializerSnapshot(string ClassName, int Version)
{
    /// <summary>Writes the payload behind class name and version.</summary>
    public abstract void WritePayload(JavaDataWriter writer);

    /// <summary>The serializer that this snapshot describes, where it does not matter which Kryo wrote the values.</summary>
    /// <exception cref="SavepointException">No decoder for the values is known; the message names the class.</exception>
    public TypeSerializer RestoreSerializer() => RestoreSerializer(KryoVersion.Unknown);

    /// <summary>The serializer that this snapshot describes.</summary>
    /// <param name="kryo">Which Kryo wrote the values; the snapshot itself does not tell.</param>
    /// <exception cref="SavepointException">No decoder for the values is known; the message names the class.</exception>
    public abstract TypeSerializer RestoreSerializer(KryoVersion kryo);

    /// <summary>The type for people, e.g. <c>List&lt;String&gt;</c> or <c>POJO golden.Account { id: Long, owner: String }</c>.</summary>
    public abstract string Describe();
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers;

/// <summary>A serializer whose snapshot we can read and whose values we cannot.</summary>
/// <param name="className">The class that could read the values.</param>
/// <param name="snapshot">The description.</param>
public sealed class OpaqueSerializer(string className, SerializerSnapshot snapshot) : TypeSerializer<object?>
{
    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => snapshot;

    /// <summary>The serializer of a snapshot; where no decoder is known, one whose values are opaque.</summary>
    /// <param name="snapshot">The description.</param>
    /// <param name="kryo">Which Kryo wrote opaque values.</param>
    public static TypeSerializer RestoreOrOpaque(SerializerSnapshot snapshot, KryoVersion kryo)
    {
        try
        {
            return snapshot.RestoreSerializer(kryo);
        }
        catch (SavepointException fault) when (fault.ExitCode == ExitCode.Unsupported)
        {
            return new OpaqueSerializer(snapshot.ClassName, snapshot);
        }
    }

    /// <summary>The bytes of the value, if it is known where it ends.</summary>
    /// <exception cref="OpaqueValueException">It is not known.</exception>
    public override object? Read(ref JavaDataReader reader) =>
        reader.TryReadOpaque(out var bytes, out _)
            ? new OpaqueValue(className, bytes.ToArray())
            : throw new OpaqueValueException(className, reader.Origin.Path, reader.Offset);

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object? value) => writer.WriteBytes(((OpaqueValue)value!).Bytes.Span);

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        if (!reader.TryReadOpaque(out _, out _))
        {
            throw new OpaqueValueException(className, reader.Origin.Path, reader.Offset);
        }
    }
}

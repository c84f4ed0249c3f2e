using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>
/// Encodes and decodes the values of one Flink serializer. Mirrors <c>org.apache.flink.api.common.typeutils.TypeSerializer</c>;
/// made from a <see cref="SerializerSnapshot"/>, so no class of the job is needed.
/// </summary>
public abstract class TypeSerializer
{
    /// <summary>The value of <see cref="FixedLength"/> where values differ in length.</summary>
    public const int VariableLength = -1;

    /// <summary>
    /// Flink's <c>getLength()</c>: bytes of every value, or <see cref="VariableLength"/>. Decides whether a key in a canonical
    /// stream carries length bytes. (VoidNamespace says 0 although it writes one byte, as in Flink.)
    /// </summary>
    public abstract int FixedLength { get; }

    /// <summary>The description that is stored beside the values.</summary>
    public abstract SerializerSnapshot Snapshot { get; }

    /// <summary>Reads one value in its general form (see <c>docs/format/values.md</c>).</summary>
    /// <exception cref="SavepointFormatException">The bytes are no value of this serializer.</exception>
    public abstract object? ReadObject(ref JavaDataReader reader);

    /// <summary>Writes one value given in its general form.</summary>
    public abstract void WriteObject(JavaDataWriter writer, object? value);

    /// <summary>Moves behind one value without building it; allocates nothing.</summary>
    public abstract void Skip(ref JavaDataReader reader);
}

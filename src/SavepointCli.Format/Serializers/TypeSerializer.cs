using System.Text.Json;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

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
    /// <exception cref="OpaqueValueException">The value, or a part of it, is one that only the job's own class can read.</exception>
    public abstract object? ReadObject(ref JavaDataReader reader);

    /// <summary>Writes one value given in its general form.</summary>
    public abstract void WriteObject(JavaDataWriter writer, object? value);

    /// <summary>
    /// Moves behind one value without building it; allocates nothing, but for values of Kryo and Java's own serialization, where
    /// later bytes refer to earlier ones.
    /// </summary>
    public abstract void Skip(ref JavaDataReader reader);

    /// <summary>
    /// Whether <see cref="PrintJson"/> goes straight from the bytes to JSON. Where not, decode to the general form and print that: only
    /// that way knows what to do with opaque values.
    /// </summary>
    public virtual bool PrintsJson => false;

    /// <summary>Whether values carry the time of their last access (<see cref="ITtlValue"/>), which is shown beside them.</summary>
    public virtual bool HoldsLastAccess => false;

    /// <summary>Reads one value and prints it: the same as <see cref="ValueJson"/> prints of what <see cref="ReadObject"/> gives.</summary>
    /// <exception cref="SavepointFormatException">The bytes are no value of this serializer; the output may hold a part of one.</exception>
    public virtual void PrintJson(ref JavaDataReader reader, JsonBuffer output) => output.WriteValue(ReadObject(ref reader));

    /// <summary>
    /// Moves behind one value and gives its <c>hashCode()</c> in Java, from which the key group of a key follows; 0 for null. Allocates
    /// nothing for the common types of keys.
    /// </summary>
    /// <returns>False where only the job's own class, or one of a type that is no key, could tell; the reader may stand anywhere then.</returns>
    public virtual bool TryHash(ref JavaDataReader reader, out int hash)
    {
        hash = 0;
        return false;
    }

    /// <summary>Writes the value that stands as JSON, in the form that is printed (<c>docs/format/values.md</c>).</summary>
    /// <returns>False if it is no value of this serializer, or one of a type that is not read from JSON; the writer may hold a part of it then.</returns>
    public virtual bool TryWriteJson(JavaDataWriter writer, JsonElement json) => false;

    /// <summary>
    /// Reads the one value that takes all bytes that are left: where the state delimits values, those that nobody but the job can
    /// decode come back as <see cref="OpaqueValue"/>.
    /// </summary>
    /// <exception cref="SavepointFormatException">The bytes are no value of this serializer, or more than one.</exception>
    public virtual object? ReadDelimited(ref JavaDataReader reader)
    {
        var start = reader;
        try
        {
            var value = ReadObject(ref reader);
            return reader.Remaining == 0 ? value : throw reader.Fault($"{reader.Remaining} bytes behind the value");
        }
        catch (OpaqueValueException opaque)
        {
            reader = start;
            return OpaquePart.TryRead(this, ref reader, opaque, out var value) ? value : new OpaqueValue(opaque.ClassName, reader.ReadRest().ToArray());
        }
    }

    /// <summary>Writes what <see cref="ReadDelimited"/> read.</summary>
    public void WriteDelimited(JavaDataWriter writer, object? value)
    {
        if (value is OpaqueValue opaque)
        {
            writer.WriteBytes(opaque.Bytes.Span);
        }
        else
        {
            WriteObject(writer, value);
        }
    }
}

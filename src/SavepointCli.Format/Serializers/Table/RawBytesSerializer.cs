using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>Values that are a length and bytes about which nothing more is stored.</summary>
/// <param name="snapshot">The description.</param>
public sealed class RawBytesSerializer(SerializerSnapshot snapshot) : TypeSerializer<RawValue>
{
    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot => snapshot;

    /// <inheritdoc/>
    public override RawValue Read(ref JavaDataReader reader) => new(reader.ReadBytes(reader.ReadInt32()).ToArray());

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, RawValue value)
    {
        writer.WriteInt32(value.Bytes.Length);
        writer.WriteBytes(value.Bytes.Span);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());
}

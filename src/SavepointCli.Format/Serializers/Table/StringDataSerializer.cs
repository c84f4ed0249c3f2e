using System.Text;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Table;

/// <summary>A text of the Table runtime: a length, then UTF-8. Bytes that are no UTF-8 come as <see cref="RawValue"/>.</summary>
public sealed class StringDataSerializer : SimpleSerializer<object>
{
    internal StringDataSerializer()
        : base(FlinkNames.Nested(FlinkNames.TableTypes, "StringData"), "StringData", VariableLength)
    {
    }

    /// <inheritdoc/>
    public override object Read(ref JavaDataReader reader) => BinaryDecoder.TextOrBytes(reader.ReadBytes(reader.ReadInt32()));

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, object value)
    {
        if (value is RawValue raw)
        {
            writer.WriteInt32(raw.Bytes.Length);
            writer.WriteBytes(raw.Bytes.Span);
            return;
        }

        var text = (string)value;
        var length = Encoding.UTF8.GetByteCount(text);
        writer.WriteInt32(length);
        Encoding.UTF8.GetBytes(text, writer.Reserve(length));
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(reader.ReadInt32());
}

using System.Text;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>Writes values by schema; the mirror of <see cref="AvroReader"/>.</summary>
internal static class AvroWriter
{
    public static void Write(JavaDataWriter writer, AvroSchema schema, object? value)
    {
        switch (schema.Type)
        {
            case AvroType.Null:
                break;
            case AvroType.Boolean:
                writer.WriteBoolean((bool)value!);
                break;
            case AvroType.Int:
                writer.WriteInt32((int)value!);
                break;
            case AvroType.Long:
                writer.WriteInt64((long)value!);
                break;
            case AvroType.Float:
                writer.WriteSingle((float)value!);
                break;
            case AvroType.Double:
                writer.WriteDouble((double)value!);
                break;
            case AvroType.Bytes:
                writer.WriteInt32(((byte[])value!).Length);
                writer.WriteBytes((byte[])value);
                break;
            case AvroType.Fixed:
                writer.WriteBytes((byte[])value!);
                break;
            case AvroType.String:
                WriteText(writer, (string)value!);
                break;
            default:
                WriteParts(writer, schema, value);
                break;
        }
    }

    /// <summary>The first alternative of a union that a value fits, or -1.</summary>
    public static int AlternativeOf(AvroSchema union, object? value)
    {
        for (var i = 0; i < union.Children.Count; i++)
        {
            if (Fits(union.Children[i], value))
            {
                return i;
            }
        }

        return -1;
    }

    private static void WriteParts(JavaDataWriter writer, AvroSchema schema, object? value)
    {
        switch (schema.Type)
        {
            case AvroType.Enum:
                writer.WriteInt32(IndexOf(schema, (FlinkEnum)value!));
                break;
            case AvroType.Record:
                var record = (AvroRecord)value!;
                for (var i = 0; i < schema.Children.Count; i++)
                {
                    Write(writer, schema.Children[i], record.Values[i]);
                }

                break;
            case AvroType.Array:
                WriteArray(writer, schema.Children[0], (IReadOnlyList<object?>)value!);
                break;
            case AvroType.Map:
                WriteMap(writer, schema.Children[0], (FlinkMap)value!);
                break;
            default:
                WriteUnion(writer, schema, value);
                break;
        }
    }

    private static void WriteArray(JavaDataWriter writer, AvroSchema item, IReadOnlyList<object?> items)
    {
        if (items.Count > 0)
        {
            writer.WriteVarInt32(items.Count);
            foreach (var element in items)
            {
                Write(writer, item, element);
            }
        }

        writer.WriteVarInt32(0);
    }

    private static void WriteMap(JavaDataWriter writer, AvroSchema value, FlinkMap map)
    {
        if (map.Count > 0)
        {
            writer.WriteVarInt32(map.Count);
            foreach (var entry in map)
            {
                WriteText(writer, (string)entry.Key!);
                Write(writer, value, entry.Value);
            }
        }

        writer.WriteVarInt32(0);
    }

    private static void WriteUnion(JavaDataWriter writer, AvroSchema schema, object? value)
    {
        var (index, content) = value is AvroAlternative chosen ? (chosen.Index, chosen.Value) : (AlternativeOf(schema, value), value);
        writer.WriteInt32(index >= 0
            ? index
            : throw new ArgumentException($"{value?.GetType()} is no value of {schema.Describe()}", nameof(value)));
        Write(writer, schema.Children[index], content);
    }

    private static void WriteText(JavaDataWriter writer, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        writer.WriteInt32(length);
        Encoding.UTF8.GetBytes(text, writer.Reserve(length));
    }

    private static int IndexOf(AvroSchema schema, FlinkEnum value)
    {
        for (var i = 0; i < schema.Symbols.Count; i++)
        {
            if (schema.Symbols[i].Name == value.Name)
            {
                return i;
            }
        }

        throw new ArgumentException($"{schema.FullName} has no symbol {value.Name}", nameof(value));
    }

    private static bool Fits(AvroSchema schema, object? value) => schema.Type switch
    {
        AvroType.Null => value is null,
        AvroType.Boolean => value is bool,
        AvroType.Int => value is int,
        AvroType.Long => value is long,
        AvroType.Float => value is float,
        AvroType.Double => value is double,
        AvroType.Bytes => value is byte[],
        AvroType.Fixed => value is byte[] bytes && bytes.Length == schema.Size,
        AvroType.String => value is string,
        AvroType.Record => value is AvroRecord record && record.TypeName == schema.FullName,
        AvroType.Enum => value is FlinkEnum constant && constant.ClassName == schema.FullName,
        AvroType.Array => value is List<object?>,
        AvroType.Map => value is FlinkMap,
        _ => false,
    };
}

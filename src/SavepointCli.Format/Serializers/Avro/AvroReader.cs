using System.Text;
using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Avro;

/// <summary>Reads values by schema; the mirror of <see cref="AvroWriter"/>.</summary>
/// <param name="start">Position of the value's first byte.</param>
internal ref struct AvroReader(int start)
{
    // Records of records without content take no bytes; a schema of a few lines can stand for more of them than memory holds.
    private const int PartsWithoutBytes = 10_000;
    private const int PartsPerByte = 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private long _parts;

    public object? Read(ref JavaDataReader reader, AvroSchema schema)
    {
        Enter(ref reader, schema);
        var value = ReadValue(ref reader, schema);
        reader.Leave();
        return value;
    }

    public void Skip(ref JavaDataReader reader, AvroSchema schema)
    {
        Enter(ref reader, schema);
        SkipValue(ref reader, schema);
        reader.Leave();
    }

    private void Enter(ref JavaDataReader reader, AvroSchema schema)
    {
        reader.Enter();
        if (++_parts > PartsWithoutBytes + PartsPerByte * (long)(reader.Position - start))
        {
            throw reader.Fault($"value of {schema.Describe()} with parts without end");
        }
    }

    private object? ReadValue(ref JavaDataReader reader, AvroSchema schema) => schema.Type switch
    {
        AvroType.Null => null,
        AvroType.Boolean => reader.ReadBoolean(),
        AvroType.Int => reader.ReadInt32(),
        AvroType.Long => reader.ReadInt64(),
        AvroType.Float => reader.ReadSingle(),
        AvroType.Double => reader.ReadDouble(),
        AvroType.Bytes => reader.ReadBytes(reader.ReadInt32()).ToArray(),
        AvroType.Fixed => reader.ReadBytes(schema.Size).ToArray(),
        AvroType.String => ReadText(ref reader),
        AvroType.Enum => schema.Symbols[ReadIndex(ref reader, schema.Symbols.Count, schema)],
        AvroType.Record => ReadRecord(ref reader, schema),
        AvroType.Array => ReadArray(ref reader, schema.Children[0]),
        AvroType.Map => ReadMap(ref reader, schema.Children[0]),
        AvroType.Union => ReadUnion(ref reader, schema),
        _ => throw new NotSupportedException($"Avro type {schema.Type}"),
    };

    private static string ReadText(ref JavaDataReader reader)
    {
        var bytes = reader.ReadBytes(reader.ReadInt32());
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new SavepointFormatException("text that is not UTF-8", reader.Origin.Path, reader.Offset, inner: invalid);
        }
    }

    private AvroRecord ReadRecord(ref JavaDataReader reader, AvroSchema schema)
    {
        var values = new object?[schema.Children.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Read(ref reader, schema.Children[i]);
        }

        return new AvroRecord(schema.Fields, values);
    }

    private List<object?> ReadArray(ref JavaDataReader reader, AvroSchema item)
    {
        var list = new List<object?>();
        for (var left = ReadBlock(ref reader); left > 0; left = ReadBlock(ref reader))
        {
            for (; left > 0; left--)
            {
                list.Add(Read(ref reader, item));
            }
        }

        return list;
    }

    private FlinkMap ReadMap(ref JavaDataReader reader, AvroSchema value)
    {
        var entries = new List<KeyValuePair<object?, object?>>();
        for (var left = ReadBlock(ref reader); left > 0; left = ReadBlock(ref reader))
        {
            for (; left > 0; left--)
            {
                entries.Add(new KeyValuePair<object?, object?>(ReadText(ref reader), Read(ref reader, value)));
            }
        }

        return new FlinkMap([.. entries]);
    }

    private object? ReadUnion(ref JavaDataReader reader, AvroSchema schema)
    {
        var index = ReadIndex(ref reader, schema.Children.Count, schema);
        var value = Read(ref reader, schema.Children[index]);
        return AvroWriter.AlternativeOf(schema, value) == index ? value : new AvroAlternative(index, value);
    }

    private void SkipValue(ref JavaDataReader reader, AvroSchema schema)
    {
        switch (schema.Type)
        {
            case AvroType.Null:
                break;
            case AvroType.Boolean:
                reader.Skip(sizeof(bool));
                break;
            case AvroType.Int or AvroType.Float or AvroType.Enum:
                reader.Skip(sizeof(int));
                break;
            case AvroType.Long or AvroType.Double:
                reader.Skip(sizeof(long));
                break;
            case AvroType.Bytes or AvroType.String:
                reader.Skip(reader.ReadInt32());
                break;
            case AvroType.Fixed:
                reader.Skip(schema.Size);
                break;
            case AvroType.Union:
                Skip(ref reader, schema.Children[ReadIndex(ref reader, schema.Children.Count, schema)]);
                break;
            default:
                SkipParts(ref reader, schema);
                break;
        }
    }

    private void SkipParts(ref JavaDataReader reader, AvroSchema schema)
    {
        if (schema.Type == AvroType.Record)
        {
            for (var i = 0; i < schema.Children.Count; i++)
            {
                Skip(ref reader, schema.Children[i]);
            }

            return;
        }

        for (var left = ReadBlock(ref reader); left > 0; left = ReadBlock(ref reader))
        {
            for (; left > 0; left--)
            {
                if (schema.Type == AvroType.Map)
                {
                    reader.Skip(reader.ReadInt32());
                }

                Skip(ref reader, schema.Children[0]);
            }
        }
    }

    private static int ReadIndex(ref JavaDataReader reader, int count, AvroSchema schema)
    {
        var index = reader.ReadInt32();
        return index >= 0 && index < count ? index : throw reader.Fault($"alternative {index} of {schema.Describe()}, which has {count}");
    }

    // Items follow in blocks with a count each; a count of 0 ends them.
    private static int ReadBlock(ref JavaDataReader reader)
    {
        var count = reader.ReadVarInt32();
        return count >= 0 && count <= reader.Remaining
            ? count
            : throw reader.Fault($"impossible number of items: {unchecked((uint)count)}");
    }
}

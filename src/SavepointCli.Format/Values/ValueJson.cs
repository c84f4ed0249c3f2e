using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SavepointCli.Format.Values;

/// <summary>Writes values in their general form as JSON; the table is in <c>docs/format/values.md</c>.</summary>
public static class ValueJson
{
    /// <summary>Writes one value.</summary>
    /// <exception cref="NotSupportedException">The value is of no type that a serializer gives.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or VoidNamespace:
                writer.WriteNullValue();
                break;
            case string text:
                JsonText.Write(writer, text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long or int or short or sbyte or byte or double or float:
                WriteNumber(writer, value);
                break;
            case FlinkPojo pojo:
                WriteFields(writer, pojo.Names.AsSpan(), pojo.Values);
                break;
            case AvroRecord record:
                WriteFields(writer, record.Names.AsSpan(), record.Values);
                break;
            case FlinkMap map:
                MapJson.Write(writer, map);
                break;
            case FlinkTuple or FlinkRow or RowDataValue:
                WriteArray(writer, (IReadOnlyList<object?>)value);
                break;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                break;
            default:
                WriteRare(writer, value);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case long number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case short number:
                writer.WriteNumberValue(number);
                break;
            case sbyte number:
                writer.WriteNumberValue(number);
                break;
            case byte number:
                writer.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            default:
                WriteNotFinite(writer, value is float single ? single : (double)value);
                break;
        }
    }

    private static void WriteNotFinite(Utf8JsonWriter writer, double number) =>
        writer.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");

    private static void WriteRare(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case ITtlValue ttl:
                Write(writer, ttl.Value);
                break;
            case StoredValue stored:
                Write(writer, stored.Value);
                break;
            case AvroAlternative alternative:
                Write(writer, alternative.Value);
                break;
            case SubclassValue subclass:
                Write(writer, subclass.Value);
                break;
            case FlinkEnum constant:
                JsonText.Write(writer, constant.Name);
                break;
            case char unit:
                JsonText.Write(writer, unit.ToString());
                break;
            case JavaBigInteger or BigDecimal or LocalDate or LocalTime or LocalDateTime or Instant:
                writer.WriteStringValue(value.ToString());
                break;
            case GlobalWindow:
                writer.WriteStringValue("global"u8);
                break;
            default:
                WriteStructure(writer, value);
                break;
        }
    }

    private static void WriteStructure(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case TimeWindow window:
                writer.WriteStartObject();
                writer.WriteNumber("start"u8, window.Start);
                writer.WriteNumber("end"u8, window.End);
                writer.WriteEndObject();
                break;
            case CountWindow window:
                WriteTagged(writer, "id"u8, window.Id);
                break;
            case FlinkEither either:
                WriteTagged(writer, either.IsLeft ? "left"u8 : "right"u8, either.Value);
                break;
            case OpaqueValue opaque:
                WriteTagged(writer, "$kryo"u8, opaque.ClassName);
                break;
            case UnreadableValue unreadable:
                WriteBytes(writer, "$opaque"u8, unreadable.Bytes.Span);
                break;
            case RawValue raw:
                WriteBytes(writer, "$raw"u8, raw.Bytes.Span);
                break;
            case VariantValue variant:
                WriteBytes(writer, "$variant"u8, variant.Value.Span);
                break;
            case StreamElement element:
                WriteElement(writer, element);
                break;
            case IDictionary dictionary:
                MapJson.Write(writer, Entries(dictionary));
                break;
            case IList list:
                WriteArray(writer, list);
                break;
            case ITuple tuple:
                WriteTuple(writer, tuple);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} is no form of a value");
        }
    }

    private static void WriteElement(Utf8JsonWriter writer, StreamElement element)
    {
        writer.WriteStartObject();
        if (element.Timestamp is { } timestamp)
        {
            writer.WriteNumber("timestamp"u8, timestamp);
        }

        writer.WritePropertyName("value"u8);
        Write(writer, element.Value);
        writer.WriteEndObject();
    }

    private static void WriteTagged(Utf8JsonWriter writer, ReadOnlySpan<byte> tag, object? value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(tag);
        Write(writer, value);
        writer.WriteEndObject();
    }

    private static void WriteBytes(Utf8JsonWriter writer, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> bytes)
    {
        writer.WriteStartObject();
        writer.WriteBase64String(tag, bytes);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, ReadOnlySpan<string> names, IReadOnlyList<object?> values)
    {
        writer.WriteStartObject();
        for (var i = 0; i < names.Length; i++)
        {
            writer.WritePropertyName(names[i]);
            Write(writer, values[i]);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IReadOnlyList<object?> fields)
    {
        writer.WriteStartArray();
        for (var i = 0; i < fields.Count; i++)
        {
            Write(writer, fields[i]);
        }

        writer.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter writer, IList elements)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            Write(writer, element);
        }

        writer.WriteEndArray();
    }

    private static void WriteTuple(Utf8JsonWriter writer, ITuple tuple)
    {
        writer.WriteStartArray();
        for (var i = 0; i < tuple.Length; i++)
        {
            Write(writer, tuple[i]);
        }

        writer.WriteEndArray();
    }

    private static FlinkMap Entries(IDictionary dictionary)
    {
        var entries = new List<KeyValuePair<object?, object?>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add(new KeyValuePair<object?, object?>(entry.Key, entry.Value));
        }

        return new FlinkMap([.. entries]);
    }
}

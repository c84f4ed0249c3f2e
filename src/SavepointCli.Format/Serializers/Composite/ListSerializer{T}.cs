using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A list: count, then the elements. Elements are null only if their own serializer can write null.</summary>
/// <typeparam name="T">The element.</typeparam>
public sealed class ListSerializer<T> : TypeSerializer<List<T>>
{
    // A count in a file is only a claim: room beyond this is taken when the elements really come.
    internal const int MaxRoomInAdvance = 1024;

    internal ListSerializer(TypeSerializer<T> element, SerializerSnapshot snapshot)
    {
        Element = element;
        Snapshot = snapshot;
    }

    /// <summary>The serializer of the elements.</summary>
    public TypeSerializer<T> Element { get; }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override List<T> Read(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("list elements", Element.FixedLength);
        var list = new List<T>(Math.Min(count, MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            list.Add(Element.Read(ref reader));
        }

        return list;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, List<T> value)
    {
        writer.WriteInt32(value.Count);
        foreach (var element in value)
        {
            Element.Write(writer, element);
        }
    }

    /// <inheritdoc/>
    public override bool PrintsJson => Element.PrintsJson;

    /// <inheritdoc/>
    public override void PrintJson(ref JavaDataReader reader, JsonBuffer output)
    {
        var count = reader.ReadCount("list elements", Element.FixedLength);
        output.WriteRaw('[');
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                output.WriteRaw(',');
            }

            Element.PrintJson(ref reader, output);
        }

        output.WriteRaw(']');
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("list elements", Element.FixedLength);
        for (var i = 0; i < count; i++)
        {
            Element.Skip(ref reader);
        }
    }
}

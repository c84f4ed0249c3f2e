using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>
/// Sets (Flink 2.0 and later) and arrays of objects: count, then a flag and the element, if there is one. A set's flag says that the
/// element is null, an array's that it is there.
/// </summary>
public sealed class NullFlaggedListSerializer : TypeSerializer<List<object?>>
{
    private readonly TypeSerializer _element;
    private readonly bool _flagOfNull;

    private NullFlaggedListSerializer(TypeSerializer element, bool flagOfNull, SerializerSnapshot snapshot)
    {
        _element = element;
        _flagOfNull = flagOfNull;
        Snapshot = snapshot;
    }

    /// <inheritdoc/>
    public override int FixedLength => VariableLength;

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    internal static CompositeKind SetKind { get; } = new(FlinkNames.TopLevel(FlinkNames.Base, "Set"), "Set")
    {
        NestedCount = 1,
        Restore = static (snapshot, nested) => new NullFlaggedListSerializer(nested[0], flagOfNull: true, snapshot),
    };

    internal static CompositeKind ArrayKind { get; } = new(FlinkNames.TopLevel(FlinkNames.Base, "GenericArray"), "Array")
    {
        NestedCount = 1,
        SkipOuterPayload = static (ref JavaDataReader reader, int _) => ModifiedUtf8.Skip(ref reader),
        Restore = static (snapshot, nested) => new NullFlaggedListSerializer(nested[0], flagOfNull: false, snapshot),
        Describe = static snapshot => $"{snapshot.Nested[0].Describe()}[]",
    };

    /// <summary>A set of elements; null is a possible element.</summary>
    public static NullFlaggedListSerializer SetOf(TypeSerializer element) => new(element, flagOfNull: true, SetKind.Snapshot(element));

    /// <summary>An array of objects.</summary>
    /// <param name="componentClass">Java binary name of the elements' class.</param>
    /// <param name="element">Serializer of the elements that are not null.</param>
    public static NullFlaggedListSerializer ArrayOf(string componentClass, TypeSerializer element)
    {
        var outerPayload = new JavaDataWriter();
        ModifiedUtf8.Write(outerPayload, componentClass);
        return new NullFlaggedListSerializer(element, flagOfNull: false, ArrayKind.Snapshot(outerPayload, element));
    }

    /// <inheritdoc/>
    public override List<object?> Read(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("elements");
        var list = new List<object?>(Math.Min(count, ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            list.Add(reader.ReadBoolean() == _flagOfNull ? null : _element.ReadObject(ref reader));
        }

        return list;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, List<object?> value)
    {
        writer.WriteInt32(value.Count);
        foreach (var element in value)
        {
            writer.WriteBoolean((element is null) == _flagOfNull);
            if (element is not null)
            {
                _element.WriteObject(writer, element);
            }
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("elements");
        for (var i = 0; i < count; i++)
        {
            if (reader.ReadBoolean() != _flagOfNull)
            {
                _element.Skip(ref reader);
            }
        }
    }
}

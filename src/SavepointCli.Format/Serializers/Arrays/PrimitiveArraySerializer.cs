using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers.Arrays;

/// <summary>An array of a Java primitive: a count, then the elements one after the other.</summary>
/// <typeparam name="T">The element.</typeparam>
public sealed class PrimitiveArraySerializer<T> : SimpleSerializer<T[]>
{
    private readonly TypeSerializer<T> _element;

    internal PrimitiveArraySerializer(string className, string typeName, TypeSerializer<T> element)
        : base(className, typeName, VariableLength) => _element = element;

    /// <inheritdoc/>
    public override T[] Read(ref JavaDataReader reader)
    {
        var array = new T[reader.ReadCount("array elements", _element.FixedLength)];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = _element.Read(ref reader);
        }

        return array;
    }

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, T[] value)
    {
        writer.WriteInt32(value.Length);
        foreach (var element in value)
        {
            _element.Write(writer, element);
        }
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        var count = reader.ReadCount("array elements", _element.FixedLength);
        for (var i = 0; i < count; i++)
        {
            _element.Skip(ref reader);
        }
    }
}

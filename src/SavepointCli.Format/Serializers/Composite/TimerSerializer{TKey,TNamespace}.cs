using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A timer: time, key, namespace. The time's sign bit is flipped, so that the order of the bytes is that of the times.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TNamespace">The namespace.</typeparam>
public sealed class TimerSerializer<TKey, TNamespace> : TypeSerializer<Timer<TKey, TNamespace>>
{
    private const long SignBit = long.MinValue;

    internal TimerSerializer(TypeSerializer<TKey> key, TypeSerializer<TNamespace> @namespace, SerializerSnapshot snapshot)
    {
        Key = key;
        Namespace = @namespace;
        Snapshot = snapshot;
        FixedLength = CompositeLength.Sum(BasicSerializers.Long, key, @namespace);
    }

    /// <summary>The serializer of the keys.</summary>
    public TypeSerializer<TKey> Key { get; }

    /// <summary>The serializer of the namespaces.</summary>
    public TypeSerializer<TNamespace> Namespace { get; }

    /// <inheritdoc/>
    public override int FixedLength { get; }

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override Timer<TKey, TNamespace> Read(ref JavaDataReader reader) =>
        new(reader.ReadInt64() ^ SignBit, Key.Read(ref reader), Namespace.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, Timer<TKey, TNamespace> value)
    {
        writer.WriteInt64(value.Timestamp ^ SignBit);
        Key.Write(writer, value.Key);
        Namespace.Write(writer, value.Namespace);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        reader.Skip(sizeof(long));
        Key.Skip(ref reader);
        Namespace.Skip(ref reader);
    }
}

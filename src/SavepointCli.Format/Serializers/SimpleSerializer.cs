using SavepointCli.Format.Java;

namespace SavepointCli.Format.Serializers;

/// <summary>A serializer that its snapshot class alone describes; there is one instance of each.</summary>
/// <typeparam name="T">The C# type of the values.</typeparam>
public abstract class SimpleSerializer<T> : TypeSerializer<T>
{
    /// <summary>Creates the serializer of one snapshot class.</summary>
    /// <param name="className">Java binary name of the snapshot class.</param>
    /// <param name="typeName">The type for people.</param>
    /// <param name="fixedLength">Flink's <c>getLength()</c>.</param>
    protected SimpleSerializer(string className, string typeName, int fixedLength)
    {
        FixedLength = fixedLength;
        Snapshot = new SimpleSerializerSnapshot(className, SimpleSerializerSnapshot.NewestVersion, typeName, this);
    }

    /// <inheritdoc/>
    public sealed override int FixedLength { get; }

    /// <inheritdoc/>
    public sealed override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader) => reader.Skip(FixedLength);
}

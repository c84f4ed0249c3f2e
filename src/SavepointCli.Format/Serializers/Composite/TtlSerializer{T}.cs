using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Composite;

/// <summary>A value with time to live: the time of the last access, then the user's value.</summary>
/// <typeparam name="T">The user's value.</typeparam>
public sealed class TtlSerializer<T> : TypeSerializer<TtlValue<T>>
{
    internal TtlSerializer(TypeSerializer<T> user, SerializerSnapshot snapshot)
    {
        User = user;
        Snapshot = snapshot;
        FixedLength = CompositeLength.Sum(BasicSerializers.Long, user);
    }

    /// <summary>The serializer of the user's values.</summary>
    public TypeSerializer<T> User { get; }

    /// <inheritdoc/>
    public override int FixedLength { get; }

    /// <inheritdoc/>
    public override SerializerSnapshot Snapshot { get; }

    /// <inheritdoc/>
    public override bool HoldsLastAccess => true;

    /// <inheritdoc/>
    public override TtlValue<T> Read(ref JavaDataReader reader) => new(reader.ReadInt64(), User.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(JavaDataWriter writer, TtlValue<T> value)
    {
        writer.WriteInt64(value.LastAccess);
        User.Write(writer, value.Value);
    }

    /// <inheritdoc/>
    public override void Skip(ref JavaDataReader reader)
    {
        reader.Skip(sizeof(long));
        User.Skip(ref reader);
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>Reads and writes one field of an owner in place, without boxing.</summary>
internal abstract class FieldCodec<TOwner>
{
    /// <summary>The serializer of the field's values.</summary>
    public abstract TypeSerializer Serializer { get; }

    /// <summary>Whether the field holds null.</summary>
    public abstract bool IsNull(ref TOwner owner);

    /// <summary>Reads a value into the field.</summary>
    public abstract void Read(ref JavaDataReader reader, ref TOwner owner);

    /// <summary>Empties the field; one that cannot hold null keeps the default of its type.</summary>
    public abstract void SetNull(ref TOwner owner);

    /// <summary>Writes the field's value, which is not null unless the serializer can write null.</summary>
    public abstract void Write(JavaDataWriter writer, ref TOwner owner);
}

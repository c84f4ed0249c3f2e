using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>A field of type <see cref="Nullable{T}"/>: the C# form of a boxed number in Java.</summary>
internal sealed class NullableFieldCodec<TOwner, TValue>(FieldAccess<TOwner, TValue?> access, TypeSerializer<TValue> serializer)
    : FieldCodec<TOwner>
    where TValue : struct
{
    public override TypeSerializer Serializer => serializer;

    public override bool IsNull(ref TOwner owner) => access.Get(ref owner) is null;

    public override void Read(ref JavaDataReader reader, ref TOwner owner) => access.Set(ref owner, serializer.Read(ref reader));

    public override void SetNull(ref TOwner owner) => access.Set(ref owner, null);

    public override void Write(JavaDataWriter writer, ref TOwner owner) => serializer.Write(writer, access.Get(ref owner)!.Value);
}

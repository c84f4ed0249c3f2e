using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>A field whose type is that of its serializer.</summary>
internal sealed class FieldCodec<TOwner, TValue>(FieldAccess<TOwner, TValue> access, TypeSerializer<TValue> serializer) : FieldCodec<TOwner>
{
    public override TypeSerializer Serializer => serializer;

    public override bool IsNull(ref TOwner owner) => access.Get(ref owner) is null;

    public override void Read(ref JavaDataReader reader, ref TOwner owner) => access.Set(ref owner, serializer.Read(ref reader));

    public override void SetNull(ref TOwner owner)
    {
        if (default(TValue) is null)
        {
            access.Set(ref owner, default!);
        }
    }

    public override void Write(JavaDataWriter writer, ref TOwner owner) => serializer.Write(writer, access.Get(ref owner));
}

using System.Reflection;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types.Fields;

/// <summary>Finds the codecs of one field of an owner.</summary>
/// <param name="member">The property or field.</param>
/// <param name="restored">Snapshot with which the field's restored values were written, or null.</param>
/// <param name="ofPojo">Whether the owner is a POJO, whose new collections can be null.</param>
internal sealed class FieldResolver<TOwner>(MemberInfo member, SerializerSnapshot? restored, bool ofPojo) : ITypeDispatch<ResolvedField<TOwner>>
{
    public ResolvedField<TOwner> Dispatch<T>(TypeInformation<T> type)
    {
        var resolved = ofPojo && restored is null
            ? ResolvedSerializer.Simple(PojoFieldSerializers.Fresh(type), restored: null)
            : SerializerResolver.Resolve(type, restored);
        return new ResolvedField<TOwner>(resolved.Compatibility, CodecOf(resolved.Reader), CodecOf(resolved.Writer));
    }

    private FieldCodec<TOwner> CodecOf<T>(TypeSerializer<T> serializer)
    {
        var declared = (member as PropertyInfo)?.PropertyType ?? ((FieldInfo)member).FieldType;
        return declared == typeof(T)
            ? new FieldCodec<TOwner, T>(new FieldAccess<TOwner, T>(member), serializer)
            : (FieldCodec<TOwner>)typeof(FieldResolver<TOwner>).GetMethod(nameof(NullableCodecOf), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(typeof(T)).Invoke(this, [serializer])!;
    }

    private NullableFieldCodec<TOwner, T> NullableCodecOf<T>(TypeSerializer<T> serializer)
        where T : struct => new(new FieldAccess<TOwner, T?>(member), serializer);
}

using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>
/// The serializers that Flink 2.x gives to fields of POJOs: as everywhere, but collections, their elements and their keys can be null.
/// Mirrors <c>NullableListTypeInfo</c> and <c>NullableMapTypeInfo</c>. (Flink 1.x hands such fields to Kryo.)
/// </summary>
internal static class PojoFieldSerializers
{
    public static TypeSerializer<T> Fresh<T>(TypeInformation<T> type) => (TypeSerializer<T>)type.Accept(Visitor.Instance);

    private sealed class Visitor : ITypeVisitor<TypeSerializer>
    {
        public static Visitor Instance { get; } = new();

        public TypeSerializer Visit<T>(BasicTypeInformation<T> type) => SerializerResolver.Fresh(type);

        public TypeSerializer Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
            where TElement : unmanaged => SerializerResolver.Fresh(type);

        public TypeSerializer Visit<TElement>(ListTypeInformation<TElement> type) =>
            ClrNullableSerializer<List<TElement>>.Of(ListSerializer.Of(ClrNullableSerializer<TElement>.Of(Fresh(type.Element))));

        public TypeSerializer Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
            where TKey : notnull =>
            ClrNullableSerializer<Dictionary<TKey, TValue>>.Of(
                MapSerializer.Of(ClrNullableSerializer<TKey>.Of(Fresh(type.Key)), Fresh(type.Value)));

        public TypeSerializer Visit<TTuple>(TupleTypeInformation<TTuple> type) => SerializerResolver.Fresh(type);

        public TypeSerializer Visit<TPojo>(PojoTypeInformation<TPojo> type)
            where TPojo : class => SerializerResolver.Fresh(type);

        public TypeSerializer Visit<TElement>(BufferEntryTypeInformation<TElement> type) => SerializerResolver.Fresh(type);

        public TypeSerializer Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
            where TNamespace : struct => SerializerResolver.Fresh(type);
    }
}

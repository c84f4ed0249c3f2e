using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>
/// Finds the serializer that writes a type as Flink does, in view of the snapshot with which the restored values were written: field
/// orders and the like stay as they were.
/// </summary>
public static class SerializerResolver
{
    private static readonly string NullableClassName = NullableSerializer.Of(BasicSerializers.Long).Snapshot.ClassName;

    /// <summary>The serializer of a type when nothing was restored.</summary>
    public static TypeSerializer<T> Fresh<T>(TypeInformation<T> type) => Resolve(type, restored: null).Writer;

    /// <summary>The serializer of a type in view of a restored snapshot.</summary>
    public static ResolvedSerializer<T> Resolve<T>(TypeInformation<T> type, SerializerSnapshot? restored) =>
        restored is CompositeSerializerSnapshot nullable && nullable.ClassName == NullableClassName
            ? ResolvedSerializer.Nullable(Resolve(type, nullable.Nested[0]), nullable)
            : (ResolvedSerializer<T>)type.Accept(new Visitor(restored));

    private sealed class Visitor(SerializerSnapshot? restored) : ITypeVisitor<object>
    {
        public object Visit<T>(BasicTypeInformation<T> type) => ResolvedSerializer.Simple(BasicTypeSerializers.Of<T>(), restored);

        public object Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
            where TElement : unmanaged => ResolvedSerializer.Simple(BasicTypeSerializers.Of<TElement[]>(), restored);

        public object Visit<TElement>(ListTypeInformation<TElement> type) =>
            ResolvedSerializer.List(Resolve(type.Element, ResolvedSerializer.Part(restored, 0)), restored);

        public object Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
            where TKey : notnull =>
            ResolvedSerializer.Map(
                Resolve(type.Key, ResolvedSerializer.Part(restored, 0)), Resolve(type.Value, ResolvedSerializer.Part(restored, 1)), restored);

        public object Visit<TTuple>(TupleTypeInformation<TTuple> type) => new TupleResolver<TTuple>(type, restored).Resolve();

        public object Visit<TPojo>(PojoTypeInformation<TPojo> type)
            where TPojo : class => new PojoResolver<TPojo>(type, restored).Resolve();

        public object Visit<TElement>(BufferEntryTypeInformation<TElement> type) =>
            ResolvedSerializer.BufferEntry(Resolve(type.Element, ResolvedSerializer.Part(restored, 0)), restored);

        public object Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
            where TNamespace : struct => ResolvedSerializer.Simple(BasicTypeSerializers.Of<TNamespace>(), restored);
    }
}

using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types;

/// <summary>Makes independent copies of values that user code can change in place, so that a running snapshot keeps what it saw.</summary>
internal static class ValueCopier
{
    /// <summary>Copies a value through its serializer; null if the values of the type never change.</summary>
    public static Func<T, T>? Of<T>(TypeInformation<T> type, TypeSerializer<T> serializer)
    {
        if (type.Accept(Immutability.Instance))
        {
            return null;
        }

        var buffer = new JavaDataWriter();
        return value =>
        {
            if (value is null)
            {
                return value;
            }

            buffer.Clear();
            serializer.Write(buffer, value);
            var reader = new JavaDataReader(buffer.WrittenSpan);
            return serializer.Read(ref reader);
        };
    }

    /// <summary>Copies a list with its elements.</summary>
    public static Func<List<T>, List<T>> OfList<T>(Func<T, T>? element) =>
        element is null ? static list => [.. list] : list => list.ConvertAll(value => element(value));

    /// <summary>Copies a map with its values; keys never change, or they would not be found again.</summary>
    public static Func<Dictionary<TKey, TValue>, Dictionary<TKey, TValue>> OfMap<TKey, TValue>(Func<TValue, TValue>? value)
        where TKey : notnull =>
        value is null
            ? static map => new Dictionary<TKey, TValue>(map, map.Comparer)
            : map => map.ToDictionary(entry => entry.Key, entry => value(entry.Value), map.Comparer);

    /// <summary>Whether nothing reachable from a value of the type can be changed.</summary>
    private sealed class Immutability : ITypeVisitor<bool>
    {
        public static Immutability Instance { get; } = new();

        public bool Visit<T>(BasicTypeInformation<T> type) => true;

        public bool Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
            where TElement : unmanaged => false;

        public bool Visit<TElement>(ListTypeInformation<TElement> type) => false;

        public bool Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
            where TKey : notnull => false;

        public bool Visit<TTuple>(TupleTypeInformation<TTuple> type) => type.Fields.All(field => field.Accept(this));

        public bool Visit<TPojo>(PojoTypeInformation<TPojo> type)
            where TPojo : class => false;

        public bool Visit<TElement>(BufferEntryTypeInformation<TElement> type) => type.Element.Accept(this);

        public bool Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
            where TNamespace : struct => true;
    }
}

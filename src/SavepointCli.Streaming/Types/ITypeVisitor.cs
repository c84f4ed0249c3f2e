namespace SavepointCli.Streaming.Types;

/// <summary>One method per kind of type, with the C# types of its parts as type arguments.</summary>
public interface ITypeVisitor<out TResult>
{
    /// <summary>A type without parts.</summary>
    TResult Visit<T>(BasicTypeInformation<T> type);

    /// <summary>An array of primitives.</summary>
    TResult Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
        where TElement : unmanaged;

    /// <summary>A list.</summary>
    TResult Visit<TElement>(ListTypeInformation<TElement> type);

    /// <summary>A map.</summary>
    TResult Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
        where TKey : notnull;

    /// <summary>A tuple.</summary>
    TResult Visit<TTuple>(TupleTypeInformation<TTuple> type);

    /// <summary>A POJO.</summary>
    TResult Visit<TPojo>(PojoTypeInformation<TPojo> type)
        where TPojo : class;

    /// <summary>An element that an interval join keeps.</summary>
    TResult Visit<TElement>(BufferEntryTypeInformation<TElement> type);

    /// <summary>A namespace.</summary>
    TResult Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
        where TNamespace : struct;
}

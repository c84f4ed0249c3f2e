namespace SavepointCli.Streaming.Types;

/// <summary>
/// Describes a type whose values cross a channel or lie in state: what the engine needs to choose Flink's serializer.
/// Mirrors <c>org.apache.flink.api.common.typeinfo.TypeInformation</c>, without the serializer itself.
/// </summary>
public abstract class TypeInformation
{
    private protected TypeInformation()
    {
    }

    /// <summary>The C# type of the values.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The family of serializers.</summary>
    public abstract TypeKind Kind { get; }

    /// <summary>
    /// Why values of this type cannot be keys, in words that follow "because"; null if they can. Keys need a Java
    /// <c>hashCode</c> that is the same in every JVM, since it decides the key group.
    /// </summary>
    public abstract string? ReasonAgainstKey { get; }

    /// <summary>Calls back with the C# type as a type argument, so that the caller needs no reflection.</summary>
    public abstract TResult Dispatch<TResult>(ITypeDispatch<TResult> dispatch);

    /// <summary>Calls the method of <paramref name="visitor"/> that belongs to this kind of type.</summary>
    public abstract TResult Accept<TResult>(ITypeVisitor<TResult> visitor);

    /// <summary>The description of <typeparamref name="T"/>: always the same for the same type.</summary>
    /// <exception cref="JobGraphException">Nothing is known about <typeparamref name="T"/> or a part of it; the message names it.</exception>
    public static TypeInformation<T> Of<T>() => (TypeInformation<T>)TypeExtractor.Extract(typeof(T));
}

using System.Reflection;
using System.Runtime.CompilerServices;

namespace SavepointCli.Streaming.Types;

/// <summary>Finds the description of a C# type. Mirrors <c>TypeExtractor</c>, but refuses what it does not know.</summary>
internal static class TypeExtractor
{
    private static readonly Dictionary<Type, TypeInformation> Known = new TypeInformation[]
    {
        Types.Boolean, Types.Byte, Types.Short, Types.Int, Types.Long, Types.Float, Types.Double, Types.Char, Types.String,
        Types.BigInteger, Types.Instant, Types.LocalDate, Types.LocalTime, Types.LocalDateTime, Types.Bytes, Types.VoidNamespace,
        Types.TimeWindow, Types.GlobalWindow,
        new PrimitiveArrayTypeInformation<bool>(BasicType.Boolean), new PrimitiveArrayTypeInformation<short>(BasicType.Short),
        new PrimitiveArrayTypeInformation<int>(BasicType.Int), new PrimitiveArrayTypeInformation<long>(BasicType.Long),
        new PrimitiveArrayTypeInformation<float>(BasicType.Float), new PrimitiveArrayTypeInformation<double>(BasicType.Double),
        new PrimitiveArrayTypeInformation<char>(BasicType.Char),
    }.ToDictionary(type => type.ClrType);

    private static readonly Dictionary<Type, string> Factories = new()
    {
        [typeof(List<>)] = nameof(CreateList),
        [typeof(Dictionary<,>)] = nameof(CreateMap),
    };

    // Weak, because a type of a job must not keep the job's load context alive after the job has ended.
    private static readonly ConditionalWeakTable<Type, TypeInformation> Extracted = [];

    public static TypeInformation Extract(Type type) => Extract(type, []);

    private static TypeInformation Extract(Type type, Stack<Type> outer)
    {
        if (Known.TryGetValue(type, out var known) || Extracted.TryGetValue(type, out known))
            return known;
        if (outer.Contains(type))
            throw Unknown(type, outer, "it contains itself, and Flink's serializers do not describe recursive types");
        outer.Push(type);
        var extracted = Create(type, outer);
        outer.Pop();
        Extracted.AddOrUpdate(type, extracted);
        return extracted;
    }

    private static TypeInformation Create(Type type, Stack<Type> outer)
    {
        if (type.IsGenericType && Factories.TryGetValue(type.GetGenericTypeDefinition(), out var factory))
            return Invoke(factory, type.GetGenericArguments(), [.. type.GetGenericArguments().Select(part => Extract(part, outer))]);
        if (type.IsValueType && type.IsAssignableTo(typeof(ITuple)))
            return CreateTuple(type, outer);
        if (type.GetCustomAttribute<JavaTypeAttribute>() is { } java)
            return PojoExtractor.Extract(type, java.Name, part => Extract(part, outer));
        throw Unknown(type, outer, type.IsEnum ? "an enum has no hash in Java that two processes share, and its names are those of a Java class" : null);
    }

    private static TypeInformation CreateTuple(Type type, Stack<Type> outer)
    {
        var parts = type.GetGenericArguments();
        // The eighth argument of a ValueTuple is the tuple of the rest.
        if (parts.Length is 0 or > 7)
            throw Unknown(type, outer, "tuples have one to seven fields");
        TypeInformation[] fields = [.. parts.Select(part => Extract(part, outer))];
        return Invoke(nameof(CreateTupleOf), [type], [fields]);
    }

    private static TypeInformation Invoke(string factory, Type[] typeArguments, object[] arguments) =>
        (TypeInformation)typeof(TypeExtractor).GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeArguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static ListTypeInformation<T> CreateList<T>(TypeInformation<T> element) => Types.List(element);

    private static MapTypeInformation<TKey, TValue> CreateMap<TKey, TValue>(TypeInformation<TKey> key, TypeInformation<TValue> value)
        where TKey : notnull => Types.Map(key, value);

    private static TupleTypeInformation<TTuple> CreateTupleOf<TTuple>(TypeInformation[] fields)
    {
        var constructor = typeof(TTuple).GetConstructor(typeof(TTuple).GetGenericArguments())!;
        var create = MemberAccess.Creator<TTuple>(constructor, [.. Enumerable.Range(0, fields.Length)]);
        return new TupleTypeInformation<TTuple>(fields, create, MemberAccess.Splitter<TTuple>(fields.Length));
    }

    private static JobGraphException Unknown(Type type, Stack<Type> outer, string? reason)
    {
        var within = outer.Count > 1 ? $" (within {outer.Last()})" : "";
        return new JobGraphException(
            $"No type information for {type}{within}: {reason ?? "no Flink serializer is known for it"}.",
            "Use numbers, strings, List<>, Dictionary<,>, value tuples, or a class with [JavaType(\"package.Name\")] and public properties.");
    }
}

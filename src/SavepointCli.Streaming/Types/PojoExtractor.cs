using System.Reflection;

namespace SavepointCli.Streaming.Types;

/// <summary>Finds the fields of a POJO: the public instance properties that can be read and set.</summary>
internal static class PojoExtractor
{
    public static TypeInformation Extract(Type type, string javaName, Func<Type, TypeInformation> extractPart)
    {
        if (type.IsAbstract || type.ContainsGenericParameters)
            throw new JobGraphException($"{type} cannot be a POJO: it is abstract or generic.", "Put [JavaType] on a concrete class.");
        PropertyInfo[] properties =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
                .OrderBy(property => JavaNameOf(property.Name), StringComparer.Ordinal),
        ];
        var nullability = new NullabilityInfoContext();
        PojoField[] fields = [.. properties.Select((property, index) => Field(property, index, nullability, extractPart))];
        return (TypeInformation)typeof(PojoExtractor).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [javaName, fields, properties], null)!;
    }

    /// <summary>Java's field <c>firstName</c> for the property <c>FirstName</c>.</summary>
    public static string JavaNameOf(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    private static PojoField Field(
        PropertyInfo property, int index, NullabilityInfoContext nullability, Func<Type, TypeInformation> extractPart)
    {
        var valueType = Nullable.GetUnderlyingType(property.PropertyType);
        var isNullable = valueType is not null || nullability.Create(property).ReadState != NullabilityState.NotNull;
        return new PojoField(
            JavaNameOf(property.Name), extractPart(valueType ?? property.PropertyType), isNullable, index, MemberAccess.Getter(property));
    }

    private static PojoTypeInformation<TPojo> Create<TPojo>(string javaName, PojoField[] fields, PropertyInfo[] properties)
        where TPojo : class
    {
        var create = typeof(TPojo).GetConstructor(Type.EmptyTypes) is not null
            ? MemberAccess.Initializer<TPojo>(properties)
            : MemberAccess.Creator<TPojo>(ConstructorOver(typeof(TPojo), properties, out var order), order);
        return new PojoTypeInformation<TPojo>(javaName, fields, create);
    }

    /// <summary>A record's primary constructor: one whose parameters are the properties, in an order of its own.</summary>
    private static ConstructorInfo ConstructorOver(Type type, PropertyInfo[] properties, out int[] order)
    {
        var constructor = Array.Find(type.GetConstructors(), candidate => Matches(candidate, properties))
            ?? throw new JobGraphException(
                $"{type} cannot be a POJO: it has no public constructor without parameters, nor one whose parameters are its properties.",
                "Add a public constructor without parameters, or make it a record whose properties are its parameters.");
        order = [.. constructor.GetParameters().Select(parameter => IndexOf(parameter, properties))];
        return constructor;
    }

    private static bool Matches(ConstructorInfo constructor, PropertyInfo[] properties)
    {
        var parameters = constructor.GetParameters();
        return parameters.Length == properties.Length && Array.TrueForAll(parameters, parameter => IndexOf(parameter, properties) >= 0);
    }

    private static int IndexOf(ParameterInfo parameter, PropertyInfo[] properties) =>
        Array.FindIndex(properties, property => property.Name == parameter.Name && property.PropertyType == parameter.ParameterType);
}

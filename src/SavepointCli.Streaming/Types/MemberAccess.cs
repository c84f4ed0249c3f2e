using System.Linq.Expressions;
using System.Reflection;

namespace SavepointCli.Streaming.Types;

/// <summary>Compiled access to the members of a type, for the path of every record.</summary>
internal static class MemberAccess
{
    /// <summary>Reads a property of an instance.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var instance = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(instance, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), instance).Compile();
    }

    /// <summary>Calls a constructor; parameter i gets the value at <c>order[i]</c>.</summary>
    public static Func<object?[], T> Creator<T>(ConstructorInfo constructor, int[] order)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var arguments = constructor.GetParameters().Select((parameter, i) => ValueAt(values, order[i], parameter.ParameterType));
        return Expression.Lambda<Func<object?[], T>>(Expression.New(constructor, arguments), values).Compile();
    }

    /// <summary>Calls the constructor without parameters and sets property i to value i, unless that is a null it cannot hold.</summary>
    public static Func<object?[], T> Initializer<T>(PropertyInfo[] properties)
    {
        var values = Expression.Parameter(typeof(object?[]));
        var instance = Expression.Variable(typeof(T));
        var sets = properties.Select((property, i) => Set(instance, property, values, i));
        var body = Expression.Block([instance], [Expression.Assign(instance, Expression.New(typeof(T))), .. sets, instance]);
        return Expression.Lambda<Func<object?[], T>>(body, values).Compile();
    }

    /// <summary>Reads all fields of a value tuple.</summary>
    public static Func<T, object?[]> Splitter<T>(int length)
    {
        var tuple = Expression.Parameter(typeof(T));
        var items = Enumerable.Range(1, length)
            .Select(i => Expression.Convert(Expression.Field(tuple, $"Item{i}"), typeof(object)));
        return Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), items), tuple).Compile();
    }

    private static Expression Set(Expression instance, PropertyInfo property, Expression values, int index)
    {
        var assign = Expression.Assign(Expression.Property(instance, property), ValueAt(values, index, property.PropertyType));
        return IsPrimitive(property.PropertyType) ? Expression.IfThen(IsNotNull(values, index), assign) : assign;
    }

    private static Expression ValueAt(Expression values, int index, Type type)
    {
        var value = Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(index)), type);
        return IsPrimitive(type) ? Expression.Condition(IsNotNull(values, index), value, Expression.Default(type)) : value;
    }

    private static BinaryExpression IsNotNull(Expression values, int index) =>
        Expression.NotEqual(Expression.ArrayIndex(values, Expression.Constant(index)), Expression.Constant(null));

    private static bool IsPrimitive(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null;
}

using System.Numerics;
using System.Reflection;
using SavepointCli.Engine.Types.Fields;
using SavepointCli.Format.Ids;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.Types.Equality;

/// <summary>Finds Java's <c>equals</c> and <c>hashCode</c> of a type.</summary>
public static class JavaEqualities
{
    private static readonly Dictionary<Type, object> Basic = new()
    {
        [typeof(bool)] = new ValueEquality<bool>(JavaHash.Of),
        [typeof(sbyte)] = new ValueEquality<sbyte>(value => value),
        [typeof(short)] = new ValueEquality<short>(value => value),
        [typeof(int)] = new ValueEquality<int>(value => value),
        [typeof(long)] = new LongEquality(),
        [typeof(char)] = new ValueEquality<char>(value => value),
        [typeof(float)] = new BitEquality<float>(value => JavaHash.Of(value), JavaHash.Of),
        [typeof(double)] = new BitEquality<double>(CanonicalBits, JavaHash.Of),
        [typeof(string)] = new ValueEquality<string>(value => JavaHash.Of(value.AsSpan())),
        [typeof(BigInteger)] = new ValueEquality<BigInteger>(JavaHash.Of),
        [typeof(DateTimeOffset)] = new ValueEquality<DateTimeOffset>(HashOfInstant),
        [typeof(DateOnly)] = new ValueEquality<DateOnly>(HashOfDate),
        [typeof(TimeOnly)] = new ValueEquality<TimeOnly>(HashOfTime),
        [typeof(DateTime)] = new ValueEquality<DateTime>(
            value => JavaHash.OfLocalDateTime(HashOfDate(DateOnly.FromDateTime(value)), HashOfTime(TimeOnly.FromDateTime(value)))),
    };

    /// <summary>How Java compares values of a type that can be a key.</summary>
    /// <exception cref="SavepointException">The type cannot be a key; the message says why.</exception>
    public static JavaEquality<T> OfKey<T>(TypeInformation<T> type) => TryFind(type) ?? throw new SavepointException(
        ExitCode.Usage, $"{type} cannot be the type of keys: {type.ReasonAgainstKey}", "key by a number, a text, or a tuple of them");

    /// <summary>How Java compares values of a type, or null if only the classes of the job know.</summary>
    public static JavaEquality<T>? TryFind<T>(TypeInformation<T> type) => (JavaEquality<T>?)type.Accept(Finder.Instance);

    private static long CanonicalBits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private static int HashOfInstant(DateTimeOffset value)
    {
        var instant = JavaTime.ToInstant(value);
        return JavaHash.OfInstant(instant.EpochSecond, instant.Nano);
    }

    private static int HashOfDate(DateOnly value) => JavaHash.OfLocalDate(value.Year, value.Month, value.Day);

    private static int HashOfTime(TimeOnly value) => JavaHash.OfLocalTime(value.Ticks * JavaTime.NanosPerTick);

    private sealed class Finder : ITypeVisitor<object?>
    {
        public static Finder Instance { get; } = new();

        public object? Visit<T>(BasicTypeInformation<T> type) => Basic.GetValueOrDefault(typeof(T));

        public object? Visit<TElement>(PrimitiveArrayTypeInformation<TElement> type)
            where TElement : unmanaged => null;

        public object? Visit<TElement>(ListTypeInformation<TElement> type) =>
            TryFind(type.Element) is { } elements ? new ListEquality<TElement>(elements) : null;

        public object? Visit<TKey, TValue>(MapTypeInformation<TKey, TValue> type)
            where TKey : notnull =>
            TryFind(type.Key) is { } keys && TryFind(type.Value) is { } values ? new MapEquality<TKey, TValue>(keys, values) : null;

        public object? Visit<TTuple>(TupleTypeInformation<TTuple> type)
        {
            var fields = type.Fields.Select((field, index) => field.Dispatch(new FieldFinder<TTuple>(TupleFields.Of<TTuple>(index)))).ToArray();
            return Array.Exists(fields, field => field is null) ? null : new TupleEquality<TTuple>(fields!);
        }

        public object? Visit<TPojo>(PojoTypeInformation<TPojo> type)
            where TPojo : class => null;

        public object? Visit<TElement>(BufferEntryTypeInformation<TElement> type) => null;

        public object? Visit<TNamespace>(NamespaceTypeInformation<TNamespace> type)
            where TNamespace : struct => null;
    }

    private sealed class FieldFinder<TOwner>(MemberInfo member) : ITypeDispatch<FieldEquality<TOwner>?>
    {
        public FieldEquality<TOwner>? Dispatch<T>(TypeInformation<T> type) =>
            TryFind(type) is { } values ? new FieldEquality<TOwner, T>(new FieldAccess<TOwner, T>(member), values) : null;
    }
}

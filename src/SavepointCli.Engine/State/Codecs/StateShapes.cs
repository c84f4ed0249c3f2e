using SavepointCli.Engine.Types;
using SavepointCli.Engine.Types.Equality;
using SavepointCli.Engine.Types.Resolution;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.Types;

namespace SavepointCli.Engine.State.Codecs;

/// <summary>The shapes of the kinds of state, with and without time to live (which wraps every value, element and map value).</summary>
internal static class StateShapes
{
    public static StateShape<T> Value<T>(TypeInformation<T> type) => ValueOf(Part(type));

    public static StateShape<TtlValue<T>> TtlValue<T>(TypeInformation<T> type) => ValueOf(TtlPart(type));

    public static StateShape<List<T>> List<T>(TypeInformation<T> element) => ListOf(Part(element));

    public static StateShape<List<TtlValue<T>>> TtlList<T>(TypeInformation<T> element) => ListOf(TtlPart(element));

    public static StateShape<Dictionary<TKey, TValue>> Map<TKey, TValue>(TypeInformation<TKey> key, TypeInformation<TValue> value)
        where TKey : notnull => MapOf(key, Part(value));

    public static StateShape<Dictionary<TKey, TtlValue<TValue>>> TtlMap<TKey, TValue>(TypeInformation<TKey> key, TypeInformation<TValue> value)
        where TKey : notnull => MapOf(key, TtlPart(value));

    private static ValuePart<T> Part<T>(TypeInformation<T> type) =>
        new(snapshot => SerializerResolver.Resolve(type, snapshot), ValueCopier.Of(type, SerializerResolver.Fresh(type)));

    private static ValuePart<TtlValue<T>> TtlPart<T>(TypeInformation<T> type)
    {
        var user = Part(type);
        return new(
            snapshot => ResolvedSerializer.Ttl(user.Resolve(ResolvedSerializer.Part(snapshot, 1)), snapshot),
            user.Copy is { } copy ? value => new TtlValue<T>(value.LastAccess, copy(value.Value)) : null);
    }

    private static StateShape<T> ValueOf<T>(ValuePart<T> value) =>
        new(value.Resolve, (type, resolved) => new ValueCodec<T>(type, resolved.Reader, resolved.Writer), value.Copy);

    private static StateShape<List<T>> ListOf<T>(ValuePart<T> element) => new(
        snapshot => ResolvedSerializer.List(element.Resolve(ResolvedSerializer.Part(snapshot, 0)), snapshot),
        (_, resolved) => new ListCodec<T>(((ListSerializer<T>)resolved.Reader).Element, ((ListSerializer<T>)resolved.Writer).Element),
        ValueCopier.OfList(element.Copy));

    private static StateShape<Dictionary<TKey, TValue>> MapOf<TKey, TValue>(TypeInformation<TKey> key, ValuePart<TValue> value)
        where TKey : notnull
    {
        return new StateShape<Dictionary<TKey, TValue>>(
            snapshot => ResolvedSerializer.Map(KeyOf(snapshot), value.Resolve(ResolvedSerializer.Part(snapshot, 1)), snapshot),
            (_, resolved) => new MapCodec<TKey, TValue>(
                (MapSerializer<TKey, TValue>)resolved.Reader, (MapSerializer<TKey, TValue>)resolved.Writer, ComparerOf(key)),
            ValueCopier.OfMap<TKey, TValue>(value.Copy))
        {
            MapKeysFit = snapshot => KeyOf(snapshot).Compatibility == Compatibility.AsIs,
        };

        ResolvedSerializer<TKey> KeyOf(SerializerSnapshot? snapshot) =>
            SerializerResolver.Resolve(key, ResolvedSerializer.Part(snapshot, 0));
    }

    /// <summary>Java's equality of map keys where .NET's differs.</summary>
    public static IEqualityComparer<T>? ComparerOf<T>(TypeInformation<T> type) => JavaEqualities.TryFind(type)?.Comparer;

    private sealed record ValuePart<T>(Func<SerializerSnapshot?, ResolvedSerializer<T>> Resolve, Func<T, T>? Copy);
}

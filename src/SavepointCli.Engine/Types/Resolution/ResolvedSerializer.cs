using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Values;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.Types.Resolution;

/// <summary>Resolved serializers of types that are made of others: as compatible as the worst of their parts.</summary>
internal static class ResolvedSerializer
{
    /// <summary>A serializer without configuration: it fits if the restored one is of the same class.</summary>
    public static ResolvedSerializer<T> Simple<T>(TypeSerializer<T> serializer, SerializerSnapshot? restored) =>
        new(OfSameClass(serializer, restored), serializer, serializer);

    /// <summary>A list.</summary>
    public static ResolvedSerializer<List<T>> List<T>(ResolvedSerializer<T> element, SerializerSnapshot? restored)
    {
        var reader = ListSerializer.Of(element.Reader);
        return new(Worst(OfSameClass(reader, restored), element.Compatibility), reader, ListSerializer.Of(element.Writer));
    }

    /// <summary>A map. Its keys cannot migrate: two of them could become one.</summary>
    public static ResolvedSerializer<Dictionary<TKey, TValue>> Map<TKey, TValue>(
        ResolvedSerializer<TKey> key, ResolvedSerializer<TValue> value, SerializerSnapshot? restored)
        where TKey : notnull
    {
        var reader = MapSerializer.Of(key.Reader, value.Reader);
        var keys = key.Compatibility == Compatibility.AsIs ? Compatibility.AsIs : Compatibility.Incompatible;
        var worst = Worst(Worst(OfSameClass(reader, restored), keys), value.Compatibility);
        return new(worst, reader, MapSerializer.Of(key.Writer, value.Writer));
    }

    /// <summary>An element that an interval join keeps.</summary>
    public static ResolvedSerializer<BufferEntry<T>> BufferEntry<T>(ResolvedSerializer<T> element, SerializerSnapshot? restored)
    {
        var reader = new BufferEntrySerializer<T>(element.Reader);
        return new(Worst(OfSameClass(reader, restored), element.Compatibility), reader, new BufferEntrySerializer<T>(element.Writer));
    }

    /// <summary>A value with time to live.</summary>
    public static ResolvedSerializer<TtlValue<T>> Ttl<T>(ResolvedSerializer<T> user, SerializerSnapshot? restored)
    {
        var reader = TtlSerializer.Of(user.Reader);
        return new(Worst(OfSameClass(reader, restored), user.Compatibility), reader, TtlSerializer.Of(user.Writer));
    }

    /// <summary>A value that can be null, because the restored one could.</summary>
    public static ResolvedSerializer<T> Nullable<T>(ResolvedSerializer<T> inner, CompositeSerializerSnapshot restored)
    {
        var general = restored.RestoreSerializer();
        var reader = new ClrNullableSerializer<T>(general, inner.Reader);
        return inner.Compatibility == Compatibility.AsIs
            ? new(Compatibility.AsIs, reader, new ClrNullableSerializer<T>(general, inner.Writer))
            : new(inner.Compatibility, reader, ClrNullableSerializer<T>.Of(inner.Writer));
    }

    /// <summary>The snapshot of a part of a restored composite; null if there is none, which <see cref="OfSameClass"/> then judges.</summary>
    public static SerializerSnapshot? Part(SerializerSnapshot? restored, int index) =>
        restored is CompositeSerializerSnapshot composite && index < composite.Nested.Length ? composite.Nested[index] : null;

    /// <summary>The less compatible of two.</summary>
    public static Compatibility Worst(Compatibility left, Compatibility right) => left > right ? left : right;

    /// <summary>Fits if nothing was restored or the restored snapshot has the class of the job's.</summary>
    public static Compatibility OfSameClass(TypeSerializer serializer, SerializerSnapshot? restored) =>
        restored is null || restored.ClassName == serializer.Snapshot.ClassName ? Compatibility.AsIs : Compatibility.Incompatible;
}

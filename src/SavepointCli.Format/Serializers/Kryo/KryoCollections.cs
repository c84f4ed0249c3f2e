using SavepointCli.Format.Java;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Serializers.Kryo;

/// <summary>The JDK's collections as Kryo 2 and Kryo 5 write them. Lists and sets come as lists, maps as <see cref="FlinkMap"/>.</summary>
internal static class KryoCollections
{
    // A list of nothing but nulls takes no bytes for them, so the bytes that are left do not bound its length.
    private const int MostNulls = 1 << 20;

    public static object ReadCollection2(ref JavaDataReader reader, KryoGraph graph) =>
        ReadElements(ref reader, graph, reader.ReadVarInt32());

    public static object ReadArrayAsList2(ref JavaDataReader reader, KryoGraph graph)
    {
        var count = reader.ReadVarInt32();
        _ = graph.ReadClassName(ref reader);
        return ReadElements(ref reader, graph, count);
    }

    public static object ReadCollection5(ref JavaDataReader reader, KryoGraph graph)
    {
        var count = KryoText.ReadFlagged(ref reader, out var sameClass) - 1;
        return sameClass && count > 0 ? ReadSameClass(ref reader, graph, count) : ReadElements(ref reader, graph, count);
    }

    public static object ReadMap2(ref JavaDataReader reader, KryoGraph graph) => ReadEntries(ref reader, graph, reader.ReadVarInt32());

    public static object ReadMap5(ref JavaDataReader reader, KryoGraph graph)
    {
        var countPlusOne = reader.ReadVarInt32();
        return ReadEntries(ref reader, graph, countPlusOne > 0 ? countPlusOne - 1 : countPlusOne);
    }

    public static object ReadEmptyList(ref JavaDataReader reader, KryoGraph graph) => new List<object?>();

    public static object ReadEmptyMap(ref JavaDataReader reader, KryoGraph graph) => new FlinkMap();

    public static object ReadSingleton(ref JavaDataReader reader, KryoGraph graph) => ReadElements(ref reader, graph, 1);

    public static object ReadSingletonMap(ref JavaDataReader reader, KryoGraph graph) => ReadEntries(ref reader, graph, 1);

    private static List<object?> ReadElements(ref JavaDataReader reader, KryoGraph graph, int count)
    {
        Require(ref reader, count, reader.Remaining);
        var list = new List<object?>(Math.Min(count, Composite.ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            list.Add(graph.ReadAny(ref reader));
        }

        return list;
    }

    private static List<object?> ReadSameClass(ref JavaDataReader reader, KryoGraph graph, int count)
    {
        var at = reader.Offset;
        if (graph.ReadClassName(ref reader) is not { } name)
        {
            Require(ref reader, count, MostNulls);
            return [.. Enumerable.Repeat<object?>(null, count)];
        }

        var type = graph.Require(ref reader, name, at);
        var nullsHaveFlags = reader.ReadBoolean() && !type.Class.IsReferenced;
        Require(ref reader, count, reader.Remaining);
        reader.Enter();
        var list = new List<object?>(Math.Min(count, Composite.ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            list.Add(nullsHaveFlags && !reader.ReadBoolean() ? null : graph.ReadBody(ref reader, type));
        }

        reader.Leave();
        return list;
    }

    private static FlinkMap ReadEntries(ref JavaDataReader reader, KryoGraph graph, int count)
    {
        Require(ref reader, count, reader.Remaining / 2);
        var entries = new List<KeyValuePair<object?, object?>>(Math.Min(count, Composite.ListSerializer<object?>.MaxRoomInAdvance));
        for (var i = 0; i < count; i++)
        {
            entries.Add(new KeyValuePair<object?, object?>(graph.ReadAny(ref reader), graph.ReadAny(ref reader)));
        }

        return new FlinkMap([.. entries]);
    }

    private static void Require(ref JavaDataReader reader, int count, int most)
    {
        if (count < 0 || count > most)
        {
            throw reader.Fault($"impossible number of elements: {count}");
        }
    }
}

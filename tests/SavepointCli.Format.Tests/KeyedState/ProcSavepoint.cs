using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>The keyed state of operator <c>proc</c> in <c>writer-golden.hex</c>, which real Flink restored: keys k0 to k5.</summary>
internal static class ProcSavepoint
{
    public const int MaxParallelism = 128;
    private const int Keys = 6;
    private const byte ListDelimiter = (byte)',';

    private static readonly TimerSerializer<string?, Format.Values.VoidNamespace> Timers =
        TimerSerializer.Of(BasicSerializers.String, NamespaceSerializers.Void);

    public static KeyedBackendHeader Header { get; } = new(
        IsCompressed: false,
        BasicSerializers.String.Snapshot,
        [
            StateMeta.ForKeyValue("v", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.Long.Snapshot),
            StateMeta.ForKeyValue("l", KeyedStateType.List, NamespaceSerializers.Void.Snapshot, ListSerializer.Of(BasicSerializers.Int).Snapshot),
            StateMeta.ForKeyValue(
                "m",
                KeyedStateType.Map,
                NamespaceSerializers.Void.Snapshot,
                MapSerializer.Of<string, long>(BasicSerializers.String!, BasicSerializers.Long).Snapshot),
            StateMeta.ForPriorityQueue("_timer_state/event_user-timers", Timers.Snapshot),
        ]);

    public static KeyGroupsHandle Write(MemoryStream stream, KeyGroupRange range, bool compressed = false)
    {
        var writer = new CanonicalKeyGroupWriter(stream, Header with { IsCompressed = compressed }, range);
        foreach (var group in Enumerable.Range(0, Keys).GroupBy(KeyGroupOf).OrderBy(group => group.Key).Where(group => range.Contains(group.Key)))
        {
            writer.StartKeyGroup(group.Key);
            foreach (var entry in group.SelectMany(Entries).OrderBy(entry => entry.State))
            {
                writer.WriteEntry(entry.State, entry.Key, entry.Value);
            }
        }

        return new KeyGroupsHandle(KeyGroupsFormat.Savepoint, range, writer.Complete(), Stream: null);
    }

    public static int KeyGroupOf(int key) => KeyGroups.Of(JavaHash.Of($"k{key}"), MaxParallelism);

    private static IEnumerable<(int State, byte[] Key, byte[] Value)> Entries(int key)
    {
        yield return (0, KeyOf(key), Bytes(writer => writer.WriteInt64(1000 + key)));
        if (key > 0)
        {
            yield return (1, KeyOf(key), Bytes(writer => WriteList(writer, key)));
        }

        yield return (2, KeyOf(key, "ża"), MapValue(10 * key));
        yield return (2, KeyOf(key, "żb"), MapValue(10 * key));
        yield return (3, TimerOf(key, 5), []);
        yield return (3, TimerOf(key, (100 * key) + 500), []);
    }

    private static void WriteList(JavaDataWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                writer.WriteByte(ListDelimiter);
            }

            writer.WriteInt32(44 + i);
        }
    }

    private static byte[] KeyOf(int key, string? userKey = null) => Bytes(writer =>
    {
        var layout = new KeyLayout(MaxParallelism, BasicSerializers.String, NamespaceSerializers.Void);
        var start = layout.Begin(writer, KeyGroupOf(key));
        BasicSerializers.String.Write(writer, $"k{key}");
        start = layout.EndPart(writer, start);
        NamespaceSerializers.Void.Write(writer, Format.Values.VoidNamespace.Instance);
        layout.EndPart(writer, start);
        if (userKey is not null)
        {
            BasicSerializers.String.Write(writer, userKey);
        }
    });

    private static byte[] MapValue(long value) => Bytes(writer =>
    {
        writer.WriteBoolean(false);
        writer.WriteInt64(value);
    });

    private static byte[] TimerOf(int key, long timestamp) => Bytes(writer =>
    {
        KeyLayout.WriteKeyGroup(writer, KeyGroupOf(key), KeyGroups.PrefixBytes(MaxParallelism));
        Timers.Write(writer, new Format.Values.Timer<string?, Format.Values.VoidNamespace>(timestamp, $"k{key}", Format.Values.VoidNamespace.Instance));
    });

    private static byte[] Bytes(Action<JavaDataWriter> write)
    {
        var writer = new JavaDataWriter();
        write(writer);
        return writer.ToArray();
    }
}

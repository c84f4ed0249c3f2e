using System.Collections.Immutable;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Format.KeyedState;

/// <summary>
/// Reads timers that lie in raw keyed state: those of the heap beside RocksDB state. Mirrors
/// <c>InternalTimerServiceSerializationProxy</c>; see <c>docs/format/keyed-state.md</c>.
/// </summary>
public static class RawTimers
{
    private const int Version = 2;
    private const int SmallestService = 18;
    private const int TimestampLength = sizeof(long);

    /// <summary>Stands in front of data that carries a version: <c>PostVersionedIOReadableWritable</c>.</summary>
    private static ReadOnlySpan<byte> Magic => [0xF1, 0xCD, 0x85, 0x9F];

    /// <summary>Whether the bytes of a key group may be timers; other operators keep other things in raw keyed state.</summary>
    public static bool IsTimers(ReadOnlySpan<byte> keyGroup) => keyGroup.StartsWith(Magic);

    /// <summary>Reads the services of one key group.</summary>
    /// <param name="keyGroup">The bytes as <see cref="RawKeyGroupReader"/> gives them.</param>
    /// <param name="kryo">Which Kryo wrote keys that only Kryo can read.</param>
    /// <param name="origin">Where the bytes come from.</param>
    public static ImmutableArray<RawTimerService> Read(ReadOnlySpan<byte> keyGroup, KryoVersion kryo, DataOrigin? origin = null)
    {
        var reader = new JavaDataReader(keyGroup, origin);
        if (!reader.ReadBytes(Magic.Length).SequenceEqual(Magic))
        {
            throw reader.Fault("raw keyed state that does not begin as timers do");
        }

        var version = reader.ReadInt32();
        if (version != Version)
        {
            throw reader.Fault($"version {version} of raw timers is not known, only {Version} (Flink 1.8 and later)", ExitCode.Unsupported);
        }

        var services = ImmutableArray.CreateBuilder<RawTimerService>(reader.ReadCount("timer services", SmallestService));
        while (services.Count < services.Capacity)
        {
            services.Add(ReadService(ref reader, kryo));
        }

        return services.MoveToImmutable();
    }

    private static RawTimerService ReadService(ref JavaDataReader reader, KryoVersion kryo)
    {
        var name = ModifiedUtf8.Read(ref reader);
        var keySnapshot = SerializerSnapshots.Read(ref reader);
        var namespaceSnapshot = SerializerSnapshots.Read(ref reader);
        var key = keySnapshot.RestoreSerializer(kryo);
        var @namespace = namespaceSnapshot.RestoreSerializer(kryo);
        return new RawTimerService(
            name, keySnapshot, namespaceSnapshot, ReadTimers(ref reader, key, @namespace), ReadTimers(ref reader, key, @namespace));
    }

    /// <summary>Key first and a plain timestamp, unlike the timers of managed state.</summary>
    private static ImmutableArray<RawTimer> ReadTimers(ref JavaDataReader reader, TypeSerializer key, TypeSerializer @namespace)
    {
        var timers = ImmutableArray.CreateBuilder<RawTimer>(reader.ReadCount("timers", TimestampLength));
        while (timers.Count < timers.Capacity)
        {
            var keyValue = key.ReadObject(ref reader);
            var namespaceValue = @namespace.ReadObject(ref reader);
            timers.Add(new RawTimer(reader.ReadInt64(), keyValue, namespaceValue));
        }

        return timers.MoveToImmutable();
    }
}

using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Format.Values;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>Values in heap tables that only the job can read: nothing says where they end.</summary>
public sealed class HeapOpaqueTests
{
    private const int MaxParallelism = 16;
    private static readonly KeyGroupRange Range = new(0, MaxParallelism - 1);
    private static readonly SerializerSnapshot Opaque = OpaqueSnapshot();

    private static readonly KeyedBackendHeader Header = new(
        IsCompressed: false,
        BasicSerializers.Long.Snapshot,
        [
            StateMeta.ForKeyValue("before", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.Int.Snapshot),
            StateMeta.ForKeyValue("opaque", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, Opaque),
            StateMeta.ForKeyValue("after", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.String.Snapshot),
        ]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Their_ends_are_found_by_what_stands_behind_them(bool compressed)
    {
        var (bytes, handle) = Write(Header with { IsCompressed = compressed }, OpaqueBytes);
        var reader = new HeapKeyGroupReader(new MemoryStream(bytes), handle, "test", maxParallelism: MaxParallelism);
        List<string> found = [];

        while (reader.Read())
        {
            var key = new JavaDataReader(reader.Key);
            var value = new JavaDataReader(reader.Value);
            var state = reader.Header.States[reader.StateIndex];
            found.Add($"{state.Name} {key.ReadInt64()} {TextOf(state.ValueSerializer!.RestoreSerializer().ReadDelimited(ref value))}");
        }

        found.Should().BeEquivalentTo(Keys.SelectMany(key => new[]
        {
            $"before {key} {key}",
            $"opaque {key} com.example.Custom {Convert.ToHexString(OpaqueBytes(key))}",
            $"after {key} text {key}",
        }));
    }

    [Fact]
    public void Where_nothing_fits_the_rest_of_the_key_group_is_a_fault_and_the_next_key_group_is_read()
    {
        var (bytes, handle) = Write(Header, _ => [0xAB, 0xCD]);
        bytes[(int)handle.OffsetOf(2) - 1] ^= 0x80;
        var reader = new HeapKeyGroupReader(new MemoryStream(bytes), handle, "test", maxParallelism: MaxParallelism);
        HashSet<int> keyGroups = [];
        List<SavepointException> faults = [];

        while (true)
        {
            try
            {
                if (!reader.Read())
                {
                    break;
                }

                if (reader.Header.States[reader.StateIndex].Name == "after")
                {
                    keyGroups.Add(reader.KeyGroup);
                }
            }
            catch (SavepointException fault)
            {
                faults.Add(fault);
            }
        }

        faults.Should().ContainSingle().Which.Message.Should().Contain("com.example.Custom").And.Contain("key group 1").And.Contain("test @ ");
        keyGroups.Should().BeEquivalentTo(Keys.Select(KeyGroupOf).Where(keyGroup => keyGroup != 1).Distinct());
    }

    private static IEnumerable<long> Keys => Enumerable.Range(0, 60).Select(number => (long)number);

    private static int KeyGroupOf(long key) => KeyGroups.Of(JavaHash.Of(key), MaxParallelism);

    private static string TextOf(object? value) =>
        value is OpaqueValue opaque ? $"{opaque.ClassName} {Convert.ToHexString(opaque.Bytes.Span)}" : $"{value}";

    private static (byte[] Bytes, KeyGroupsHandle Handle) Write(KeyedBackendHeader header, Func<long, byte[]> opaqueValue)
    {
        var stream = new MemoryStream();
        var writer = new HeapKeyGroupWriter(stream, header, Range);
        for (var keyGroup = 0; keyGroup < MaxParallelism; keyGroup++)
        {
            var keys = Keys.Where(key => KeyGroupOf(key) == keyGroup).ToList();
            writer.StartKeyGroup();
            WriteState(writer, 0, keys, key => Encoded(BasicSerializers.Int, (int)key));
            WriteState(writer, 1, keys, opaqueValue);
            WriteState(writer, 2, keys, key => Encoded(BasicSerializers.String, $"text {key}"));
        }

        var offsets = writer.Complete();
        return (stream.ToArray(), new KeyGroupsHandle(KeyGroupsFormat.V2, Range, offsets, new InlineStreamHandle("test", stream.ToArray()), "id"));
    }

    private static void WriteState(HeapKeyGroupWriter writer, int state, List<long> keys, Func<long, byte[]> value)
    {
        writer.StartState(state, keys.Count);
        foreach (var key in keys)
        {
            writer.WriteEntry([0], Encoded(BasicSerializers.Long, key), value(key));
        }
    }

    private static byte[] OpaqueBytes(long key) => [.. Enumerable.Range(1, (int)key % 7 + 1).Select(number => (byte)(number * 37 + key))];

    private static byte[] Encoded(TypeSerializer serializer, object value)
    {
        var writer = new JavaDataWriter();
        serializer.WriteObject(writer, value);
        return writer.ToArray();
    }

    /// <summary>A type that writes itself.</summary>
    private static SerializerSnapshot OpaqueSnapshot()
    {
        var writer = new JavaDataWriter();
        ModifiedUtf8.Write(writer, "org.apache.flink.api.java.typeutils.runtime.ValueSerializer$ValueSerializerSnapshot");
        writer.WriteInt32(2);
        ModifiedUtf8.Write(writer, "com.example.Custom");
        var reader = new JavaDataReader(writer.WrittenSpan);
        return SerializerSnapshots.Read(ref reader);
    }
}

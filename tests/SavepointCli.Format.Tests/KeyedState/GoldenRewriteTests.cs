using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>RocksDB hands its entries out in the order of their bytes, so what it wrote can be written again to the byte.</summary>
public sealed class GoldenRewriteTests
{
    public static TheoryData<string, string> RocksDbSavepoints
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All.Where(golden => IsOurs(golden)))
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(RocksDbSavepoints))]
    public void Decoded_and_written_again_it_is_the_same(string flink, string name)
    {
        var streams = GoldenStreams.CanonicalOf(GoldenCase.Load(flink, name)).ToList();

        streams.Should().NotBeEmpty();
        foreach (var stream in streams)
        {
            var rewritten = new MemoryStream();
            var offsets = Rewrite(stream, rewritten);

            if (stream.Header.IsCompressed)
            {
                EntriesOf(new MemoryStream(rewritten.ToArray()), stream.Handle with { Offsets = offsets }).Should().Equal(EntriesOf(stream.Open(), stream.Handle));
            }
            else
            {
                rewritten.ToArray().AsSpan().SequenceEqual(stream.Bytes).Should().BeTrue($"{stream.Operator} holds nothing else");
                offsets.Should().Equal(stream.Handle.Offsets);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RocksDbSavepoints))]
    public void Entries_stand_in_the_order_of_state_and_key(string flink, string name)
    {
        foreach (var stream in GoldenStreams.CanonicalOf(GoldenCase.Load(flink, name)))
        {
            var reader = new CanonicalKeyGroupReader(stream.Open(), stream.Handle, "test");
            (int KeyGroup, int State, byte[] Key) last = (-1, -1, []);
            while (reader.Read())
            {
                var isBehind = (reader.KeyGroup, reader.StateIndex).CompareTo((last.KeyGroup, last.State)) > 0
                    || reader.Key.SequenceCompareTo(last.Key) > 0;
                isBehind.Should().BeTrue($"entry @ {reader.Offset} of {stream.Operator} is behind the one before");
                last = (reader.KeyGroup, reader.StateIndex, reader.Key.ToArray());
            }
        }
    }

    private static ImmutableArray<long> Rewrite(GoldenStream stream, MemoryStream destination)
    {
        var reader = new CanonicalKeyGroupReader(stream.Open(), stream.Handle, stream.Operator);
        var writer = new CanonicalKeyGroupWriter(destination, reader.Header, stream.Handle.KeyGroups);
        var entries = reader.Header.States.Select(state => new EntryRoundTrip(reader.Header, state, stream.MaxParallelism, stream.Kryo)).ToList();
        var keyGroup = -1;
        while (reader.Read())
        {
            if (reader.KeyGroup != keyGroup)
            {
                keyGroup = reader.KeyGroup;
                writer.StartKeyGroup(keyGroup);
            }

            var entry = entries[reader.StateIndex];
            writer.WriteEntry(reader.StateIndex, entry.Key(keyGroup, reader.Key), entry.Value(reader.Value));
        }

        return writer.Complete();
    }

    private static List<string> EntriesOf(Stream stream, KeyGroupsHandle handle)
    {
        var reader = new CanonicalKeyGroupReader(stream, handle, "test");
        List<string> entries = [];
        while (reader.Read())
        {
            entries.Add($"{reader.KeyGroup} {reader.StateIndex} {Convert.ToHexString(reader.Key)} {Convert.ToHexString(reader.Value)}");
        }

        return entries;
    }

    /// <summary>Avro and Table programs have serializers of their own.</summary>
    private static bool IsOurs(GoldenCase golden) =>
        golden is { Backend: "rocksdb", Format: "CANONICAL" } && golden.Name.StartsWith("canonical-", StringComparison.Ordinal);
}

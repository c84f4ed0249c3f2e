using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Testing;

namespace SavepointCli.Format.Tests.KeyedState;

/// <summary>Hash tables have no order of their own, so what the heap backend wrote comes back entry by entry, each to the byte.</summary>
public sealed class HeapRewriteTests
{
    public static TheoryData<string, string> HeapSnapshots
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All.Where(golden => HeapStreamsOf(golden).Any()))
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(HeapSnapshots))]
    public void Decoded_and_written_again_it_holds_the_same_entries(string flink, string name)
    {
        foreach (var stream in HeapStreamsOf(GoldenCase.Load(flink, name)))
        {
            var reader = Open(stream, stream.Open(), stream.Handle);
            var entries = EntriesOf(reader);
            var rewritten = new MemoryStream();

            var offsets = Write(stream, reader.Header, entries, rewritten);

            EntriesOf(Open(stream, rewritten, stream.Handle with { Offsets = offsets })).Select(TextOf)
                .Should().BeEquivalentTo(entries.Select(TextOf), $"{stream.Operator} holds nothing else");
        }
    }

    private static ImmutableArray<long> Write(GoldenStream stream, KeyedBackendHeader header, List<Entry> entries, MemoryStream destination)
    {
        var writer = new HeapKeyGroupWriter(destination, header, stream.Handle.KeyGroups);
        var key = header.KeySerializer.RestoreSerializer(stream.Kryo);
        for (var keyGroup = stream.Handle.KeyGroups.Start; keyGroup <= stream.Handle.KeyGroups.End; keyGroup++)
        {
            writer.StartKeyGroup();
            for (var state = 0; state < header.States.Length; state++)
            {
                var table = entries.Where(entry => entry.KeyGroup == keyGroup && entry.State == state).ToList();
                var space = header.States[state].NamespaceSerializer?.RestoreSerializer(stream.Kryo) ?? NamespaceSerializers.Void;
                var value = header.States[state].ValueSerializer!.RestoreSerializer(stream.Kryo);
                writer.StartState(state, table.Count);
                foreach (var entry in table)
                {
                    if (entry.Key.Length == 0)
                    {
                        writer.WriteElement(RoundTrip(value, entry.Value));
                    }
                    else
                    {
                        writer.WriteEntry(RoundTrip(space, entry.Namespace), RoundTrip(key, entry.Key), RoundTrip(value, entry.Value));
                    }
                }
            }
        }

        return writer.Complete();
    }

    private static byte[] RoundTrip(TypeSerializer serializer, byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        var writer = new JavaDataWriter();
        serializer.WriteDelimited(writer, serializer.ReadDelimited(ref reader));
        return writer.ToArray();
    }

    private static List<Entry> EntriesOf(HeapKeyGroupReader reader)
    {
        List<Entry> entries = [];
        while (reader.Read())
        {
            entries.Add(new Entry(reader.KeyGroup, reader.StateIndex, reader.Namespace.ToArray(), reader.Key.ToArray(), reader.Value.ToArray()));
        }

        return entries;
    }

    private static string TextOf(Entry entry) =>
        $"{entry.KeyGroup} {entry.State} {Convert.ToHexString(entry.Namespace)} {Convert.ToHexString(entry.Key)} {Convert.ToHexString(entry.Value)}";

    private static HeapKeyGroupReader Open(GoldenStream stream, Stream bytes, KeyGroupsHandle handle) =>
        new(bytes, handle, stream.Operator, stream.Kryo, maxParallelism: stream.MaxParallelism);

    private static IEnumerable<GoldenStream> HeapStreamsOf(GoldenCase golden) => GoldenStreams.Of(golden)
        .Where(stream => KeyedStreamForms.Detect(stream.Open(), stream.Handle, stream.Operator) == KeyedStreamForm.HeapNative);

    private sealed record Entry(int KeyGroup, int State, byte[] Namespace, byte[] Key, byte[] Value);
}

using System.Collections.Immutable;
using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers;
using SavepointCli.Format.Values;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Tests.State;

/// <summary>Memory of a scan does not depend on how much there is to scan. Alone, because allocations of the whole process are counted.</summary>
[Collection(nameof(Alone))]
public sealed class ScanMemoryTests
{
    [Fact]
    public void Printing_allocates_nothing_for_an_entry()
    {
        var snapshot = new GeneratedSnapshot(entriesPerKeyGroup: 20_000, textLength: 100);
        using var batches = BatchesOf(snapshot).GetEnumerator();
        var (output, findings) = (new JsonBuffer(), new StateFindings());
        var entries = 0;
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            PrintNext().Should().BeTrue();
        }

        entries = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (PrintNext())
        {
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        entries.Should().BeGreaterThan(30_000);
        (allocated / entries).Should().Be(0, "{0} bytes were allocated for {1} entries", allocated, entries);

        bool PrintNext()
        {
            if (!batches.MoveNext())
            {
                return false;
            }

            var batch = (KeyedEntryBatch)batches.Current;
            output.Truncate(0);
            batch.Print(output, findings);
            entries += batch.Count;
            batch.Return();
            return true;
        }
    }

    [Fact]
    public void A_stream_of_hundreds_of_megabytes_is_read_in_a_few()
    {
        const long Few = 48 * 1024 * 1024;
        var snapshot = new GeneratedSnapshot(entriesPerKeyGroup: 4_000, textLength: 60_000);
        using var output = new LineCounter();
        var reading = new StateReadHandler(snapshot).Open(new StateReadRequest { Path = GeneratedSnapshot.Directory });

        var before = GC.GetTotalAllocatedBytes(precise: true);
        reading.WriteLines(output, CancellationToken.None);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        snapshot.Length.Should().BeGreaterThan(450_000_000);
        output.Lines.Should().Be(snapshot.Entries);
        reading.Findings.Should().BeEmpty();
        allocated.Should().BeLessThan(Few, "what was never allocated can't have been held");
    }

    private static IEnumerable<EntryBatch> BatchesOf(GeneratedSnapshot snapshot)
    {
        var stream = snapshot.OpenRead($"{GeneratedSnapshot.Directory}/state");
        using var metadata = (MemoryStream)snapshot.OpenRead($"{GeneratedSnapshot.Directory}/_metadata");
        var state = SnapshotMetadataCodec.Read(metadata.ToArray(), "memory").Operators[0];
        var request = new StateReadRequest { Path = GeneratedSnapshot.Directory };
        var origin = new StateOrigin("generated", state.Id, 0, state.MaxParallelism, KryoVersion.Unknown, new StateSelection(request));
        var reader = new CanonicalKeyGroupReader(stream, (KeyGroupsHandle)state.Subtasks[0].ManagedKeyedState!, "memory");
        ImmutableArray<KeyedStateDecoder> states = [.. reader.Header.States.Select(meta => new KeyedStateDecoder(origin, reader.Header, meta, reader.HasCompositeKeys))];
        return new KeyedBatches(reader, states, origin, new EntryBatchPool()).Read();
    }

    private sealed class LineCounter : MemoryStream
    {
        public long Lines { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Lines += buffer.Count((byte)'\n');
    }
}

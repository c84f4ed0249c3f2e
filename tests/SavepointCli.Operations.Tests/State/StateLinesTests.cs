using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.State;

/// <summary>Lines that are printed from bytes on all processors are those of the entries, decoded one after the other.</summary>
public sealed class StateLinesTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var golden in GoldenCase.All)
            {
                cases.Add(golden.Flink, golden.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_the_entries_in_their_order(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        var decoded = Open(golden);
        var printed = Open(golden);

        var expected = decoded.Entries(CancellationToken.None).Select(LineOf).ToList();
        var found = Lines(printed);

        found.Should().Equal(expected);
        printed.Findings.Should().Equal(decoded.Findings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Results_come_in_the_order_of_the_work_however_long_each_takes(int processors)
    {
        var taken = new List<int>();

        OrderedWork.Run(
            Enumerable.Range(0, 500),
            item => { Thread.SpinWait(item * 7919 % 2000); return item; },
            taken.Add,
            processors,
            CancellationToken.None);

        taken.Should().Equal(Enumerable.Range(0, 500));
    }

    [Fact]
    public void No_more_than_a_fixed_number_of_items_is_under_way()
    {
        var begun = 0;
        var taken = 0;
        var most = 0;

        OrderedWork.Run(
            Enumerable.Range(0, 1000).Select(item => { most = Math.Max(most, ++begun - taken); return item; }),
            item => item,
            _ => taken++,
            processors: 3,
            CancellationToken.None);

        most.Should().BeLessThan(16);
        taken.Should().Be(1000);
    }

    [Fact]
    public void A_fault_in_the_work_comes_out_where_its_result_would_and_nothing_goes_on_behind_it()
    {
        var taken = new List<int>();
        var running = 0;

        var run = () => OrderedWork.Run(
            Enumerable.Range(0, 100),
            item =>
            {
                Interlocked.Increment(ref running);
                Thread.SpinWait(1000);
                Interlocked.Decrement(ref running);
                return item == 40 ? throw new SavepointException(ExitCode.Damaged, "item 40") : item;
            },
            taken.Add,
            processors: 2,
            CancellationToken.None);

        run.Should().Throw<SavepointException>().WithMessage("item 40");
        taken.Should().Equal(Enumerable.Range(0, 40));
        running.Should().Be(0);
    }

    [Fact]
    public void Lines_end_at_a_limit() =>
        Lines(Open(GoldenCase.Load("1.20", "canonical-rocksdb"), limit: 3)).Should().HaveCount(3);

    private static List<string> Lines(StateReading reading)
    {
        using var output = new MemoryStream();
        reading.WriteLines(output, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string LineOf(StateEntry entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            StateEntryJson.Write(writer, entry);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static StateReading Open(GoldenCase golden, long? limit = null) =>
        new StateReadHandler(new FileStorage()).Open(new StateReadRequest
        {
            Path = golden.SnapshotPath,
            Limit = limit,
            Mappings = new PathMappings(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value))),
        });
}

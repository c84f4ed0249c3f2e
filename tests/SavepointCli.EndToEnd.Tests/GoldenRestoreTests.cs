using System.Globalization;
using SavepointCli.Testing;

namespace SavepointCli.EndToEnd.Tests;

/// <summary>Savepoints that real Flink wrote are taken over by <c>run -s</c> and carried on, at the same and at other parallelisms.</summary>
public sealed class GoldenRestoreTests(RunningCluster cluster) : IClassFixture<RunningCluster>
{
    private const int KeyOfInterest = 42;

    [Theory]
    [InlineData("1.9", "savepoint-hashmap", 1)]
    [InlineData("1.9", "savepoint-hashmap", 3)]
    [InlineData("1.13", "canonical-rocksdb", 2)]
    [InlineData("1.16", "canonical-hashmap", 1)]
    [InlineData("1.16", "canonical-rocksdb-wide", 2)]
    [InlineData("1.20", "canonical-rocksdb", 3)]
    [InlineData("2.2", "canonical-rocksdb", 1)]
    [InlineData("2.3", "canonical-hashmap", 3)]
    public Task A_savepoint_of_real_Flink_is_restored_and_goes_on_counting(string flink, string name, int parallelism) =>
        GoesOnCounting(flink, name, parallelism, "hashmap");

    [Theory]
    [InlineData("1.16", "canonical-hashmap", 2)]
    [InlineData("1.16", "native-rocksdb-wide", 1)]
    [InlineData("1.20", "native-rocksdb", 2)]
    [InlineData("2.2", "native-rocksdb", 3)]
    public Task A_savepoint_of_real_Flink_is_restored_on_RocksDB_and_goes_on_counting(string flink, string name, int parallelism) =>
        GoesOnCounting(flink, name, parallelism, "rocksdb");

    private async Task GoesOnCounting(string flink, string name, int parallelism, string backend)
    {
        var golden = GoldenCase.Load(flink, name);
        var before = golden.ExpectedCounts();
        var next = golden.Numbers + (KeyOfInterest - golden.Numbers % golden.Keys + golden.Keys) % golden.Keys;
        var job = await cluster.SubmitAsync(
            "-s", golden.SnapshotPath, "-n", "-p", Text(parallelism), $"-Dstate.backend.type={backend}", BuiltPrograms.GoldenJob,
            "--to", Text(next + 1), "--keys", Text(golden.Keys), "--rate", "5000", "--with-account", flink.StartsWith('2') ? "true" : "false");

        var counts = await RunningCluster.WaitForAsync(
            async () => await cluster.ReadAsync(await cluster.SavepointAsync(job), "kinds", "count"),
            counts => counts.Values.Sum(Number) == before.Values.Sum() + next + 1 - golden.Numbers);

        foreach (var (key, count) in before)
        {
            var added = Enumerable.Range(golden.Numbers, next + 1 - golden.Numbers).Count(n => n % golden.Keys == key);
            Number(counts[Text(key)]).Should().Be(count + added, "of key {0}", key);
        }

        Number(counts[Text(KeyOfInterest)]).Should().Be(before[KeyOfInterest] + 1);
        (await cluster.RunAsync("cancel", job)).ShouldSucceed();
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

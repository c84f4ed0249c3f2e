using System.Security.Cryptography;
using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.RocksDb;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.State;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.RocksDb;

public sealed class RocksDbSnapshotTests
{
    private const string TemporaryFolders = "savepointctl-rocksdb-*";
    private static readonly GoldenCase Golden = GoldenCase.Load("1.20", "native-rocksdb");

    [Theory]
    [InlineData("1.20", "native-rocksdb")]
    [InlineData("1.20", "checkpoint-rocksdb-incremental")]
    [InlineData("2.2", "checkpoint-rocksdb-file-merging")]
    public void Reading_changes_nothing_in_the_folders_of_the_snapshot(string flink, string name)
    {
        using var folder = new TempFolder();
        var golden = GoldenCase.Load(flink, name);
        var copy = folder.CopyOf(golden.Folder, "case");
        var before = Listing(copy);

        var reading = Handler().Open(new StateReadRequest { Path = Path.Combine(copy, golden.Snapshot), Mappings = MappingsTo(golden, copy) });
        reading.Entries(CancellationToken.None).Count().Should().BePositive();

        reading.ExitCode.Should().Be(ExitCode.Done);
        Listing(copy).Should().Equal(before);
    }

    [Fact]
    public void An_entry_reader_gives_only_the_key_groups_of_the_handle()
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        var narrow = handle with { KeyGroups = new KeyGroupRange(handle.KeyGroups.Start + 3, handle.KeyGroups.End - 3) };

        using var whole = RocksDbKeyedState.Open(snapshot, handle, maxParallelism);
        using var part = RocksDbKeyedState.Open(snapshot, narrow, maxParallelism);

        var inRange = Entries(whole.Read()).Where(entry => narrow.KeyGroups.Contains(entry.KeyGroup)).ToList();
        Entries(part.Read()).Should().Equal(inRange).And.NotBeEmpty();
        Entries(whole.Read(keyGroups: narrow.KeyGroups)).Should().Equal(inRange);
    }

    [Fact]
    public void An_entry_reader_gives_each_state_in_the_order_of_its_key_groups()
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        using var state = RocksDbKeyedState.Open(snapshot, handle, maxParallelism);

        foreach (var entries in Entries(state.Read()).GroupBy(entry => entry.State))
        {
            entries.Select(entry => entry.KeyGroup).Should().BeInAscendingOrder();
        }
    }

    [Fact]
    public void An_unwanted_state_is_not_read()
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        using var state = RocksDbKeyedState.Open(snapshot, handle, maxParallelism);
        var wanted = state.Header.States[^1].Name;

        Entries(state.Read(meta => meta.Name == wanted)).Select(entry => state.Header.States[entry.State].Name).Distinct().Should().Equal(wanted);
    }

    [Theory]
    [InlineData("../CURRENT")]
    [InlineData("/tmp/CURRENT")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("sub/000001.sst")]
    [InlineData("CURRENT")]
    public void A_file_name_that_leads_out_of_the_folder_or_comes_twice_is_refused(string localPath)
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        var hostile = handle with { PrivateFiles = [.. handle.PrivateFiles, new IncrementalFile(localPath, new InlineStreamHandle("x", new byte[] { 1 }))] };

        var open = () => RocksDbKeyedState.Open(snapshot, hostile, maxParallelism);

        open.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Damaged && fault.Message.Contains($"'{localPath}'"));
    }

    [Theory]
    [InlineData("CURRENT")]
    [InlineData("MANIFEST")]
    [InlineData(".sst")]
    public void A_handle_without_one_of_its_files_is_damage(string part)
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        var files = handle.PrivateFiles.Concat(handle.SharedFiles).ToList();
        files.RemoveAt(files.FindIndex(file => file.LocalPath.Contains(part)));
        var incomplete = handle with { PrivateFiles = [.. files], SharedFiles = [] };

        var read = () =>
        {
            using var state = RocksDbKeyedState.Open(snapshot, incomplete, maxParallelism);
            Entries(state.Read());
        };

        read.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Damaged && fault.Message.Contains(part));
    }

    [Fact]
    public void Files_of_other_states_than_the_snapshot_describes_are_damage()
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden, operatorIndex: 0);
        var (_, other, _) = KeyedStateOf(Golden, operatorIndex: 1);

        var open = () => RocksDbKeyedState.Open(snapshot, handle with { MetaHandle = other.MetaHandle }, maxParallelism);

        open.Should().Throw<SavepointException>().Where(fault => fault.ExitCode == ExitCode.Damaged && fault.Message.Contains("describe"));
    }

    [Fact]
    public void Nothing_is_left_behind_when_a_database_does_not_open()
    {
        var (snapshot, handle, maxParallelism) = KeyedStateOf(Golden);
        var cut = handle with
        {
            PrivateFiles = [.. handle.PrivateFiles.Select(file => file.LocalPath == "CURRENT" ? file with { Stream = new InlineStreamHandle("x", "nothing"u8.ToArray()) } : file)],
        };
        var before = Directory.GetDirectories(Path.GetTempPath(), TemporaryFolders);

        FluentActions.Invoking(() => RocksDbKeyedState.Open(snapshot, cut, maxParallelism)).Should().Throw<SavepointException>()
            .Which.Message.Should().Contain("CURRENT").And.NotContain("savepointctl-rocksdb-");

        // Databases of other tests come and go beside this one; a folder that was left behind would stay.
        var after = Directory.GetDirectories(Path.GetTempPath(), TemporaryFolders).Except(before).ToList();
        SpinWait.SpinUntil(() => !after.Exists(Directory.Exists), TimeSpan.FromSeconds(60)).Should().BeTrue();
    }

    private static List<(int State, int KeyGroup, string Key, string Value)> Entries(RocksDbEntryReader reader)
    {
        using (reader)
        {
            List<(int, int, string, string)> entries = [];
            while (reader.Read())
            {
                entries.Add((reader.StateIndex, reader.KeyGroup, Convert.ToHexString(reader.Key), Convert.ToHexString(reader.Value)));
            }

            return entries;
        }
    }

    private static (Snapshot Snapshot, IncrementalKeyedStateHandle Handle, int MaxParallelism) KeyedStateOf(GoldenCase golden, int operatorIndex = 0)
    {
        var snapshot = Snapshot.Open(golden.SnapshotPath, new FileStorage());
        var state = snapshot.Metadata.Operators.Where(state => state.Subtasks.Any(subtask => subtask.ManagedKeyedState is IncrementalKeyedStateHandle)).ElementAt(operatorIndex);
        return (snapshot, (IncrementalKeyedStateHandle)state.Subtasks[0].ManagedKeyedState!, state.MaxParallelism);
    }

    private static StateReadHandler Handler() => new(new FileStorage());

    private static PathMappings MappingsTo(GoldenCase golden, string copy) =>
        new(golden.Mappings.Select(mapping => new PathMapping(mapping.Key, mapping.Value.Replace(golden.Folder, copy))));

    private static List<string> Listing(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => Directory.Exists(path) ? path : $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}

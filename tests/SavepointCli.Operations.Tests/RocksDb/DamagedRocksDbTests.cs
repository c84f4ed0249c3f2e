using SavepointCli.Format.Handles;
using SavepointCli.Operations.RocksDb;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.RocksDb;

/// <summary>Whatever happens to a file of the database: an exact reading, or a fault that names the file; never anything else.</summary>
public sealed class DamagedRocksDbTests
{
    private const int Places = 150;
    private static readonly Lazy<Subject> Whole = new(Subject.Load);

    public static TheoryData<string> Kinds => ["CURRENT", "MANIFEST", "OPTIONS", ".sst"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_flipped_bit_is_a_fault_that_names_the_snapshot_or_changes_nothing(string kind) => ForEachFile(kind, (name, bytes) =>
    {
        for (var i = 0; i < Places; i++)
        {
            var flipped = bytes.ToArray();
            var at = (int)((long)i * bytes.Length / Places);
            flipped[at] ^= (byte)(1 << (i % 8));
            Whole.Value.ReadsTheSameOrFaults(name, flipped, $"bit {i % 8} of byte {at} of {name}");
        }
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_was_cut_off_is_a_fault_that_names_the_snapshot_or_changes_nothing(string kind) => ForEachFile(kind, (name, bytes) =>
    {
        for (var i = 0; i < Places; i++)
        {
            var length = (int)((long)i * bytes.Length / Places);
            Whole.Value.ReadsTheSameOrFaults(name, bytes[..length], $"{name} cut to {length} bytes");
        }
    });

    [Fact]
    public void A_damaged_block_of_a_table_is_a_fault_that_names_the_file_and_the_place()
    {
        var (name, bytes) = Whole.Value.Files.Last(file => file.Name.EndsWith(".sst", StringComparison.Ordinal));
        var flipped = bytes.ToArray();
        flipped[10] ^= 1;

        var fault = Whole.Value.Fault(name, flipped);

        fault.Should().NotBeNull();
        fault!.ExitCode.Should().Be(ExitCode.Damaged);
        fault.Message.Should().Contain(name).And.Contain("offset").And.Contain("_metadata");
    }

    private static void ForEachFile(string kind, Action<string, byte[]> damage)
    {
        var files = Whole.Value.Files.Where(file => file.Name.Contains(kind, StringComparison.Ordinal)).Take(2).ToList();
        files.Should().NotBeEmpty();
        foreach (var (name, bytes) in files)
        {
            damage(name, bytes);
        }
    }

    /// <summary>The database of one subtask, whose files can be replaced one at a time.</summary>
    private sealed record Subject(Snapshot Snapshot, IncrementalKeyedStateHandle Handle, int MaxParallelism, IReadOnlyList<(string Name, byte[] Bytes)> Files)
    {
        private readonly List<string> _entries = [];

        public static Subject Load()
        {
            var snapshot = Snapshot.Open(GoldenCase.Load("1.20", "native-rocksdb").SnapshotPath, new FileStorage());
            var (state, handle) = snapshot.Metadata.Operators
                .Select(state => (state, Handle: state.Subtasks[0].ManagedKeyedState as IncrementalKeyedStateHandle))
                .Where(found => found.Handle is not null)
                .MinBy(found => found.Handle!.PrivateFiles.Concat(found.Handle.SharedFiles).Sum(file => file.Stream!.Size));
            var files = handle!.PrivateFiles.Concat(handle.SharedFiles).Select(file => (file.LocalPath, Bytes(snapshot, file.Stream!))).ToList();
            var subject = new Subject(snapshot, handle, state.MaxParallelism, files);
            subject._entries.AddRange(subject.Read(handle));
            subject._entries.Should().NotBeEmpty();
            return subject;
        }

        public void ReadsTheSameOrFaults(string name, byte[] bytes, string what)
        {
            try
            {
                Read(With(name, bytes)).Should().Equal(_entries, what);
            }
            catch (SavepointException fault)
            {
                fault.ExitCode.Should().BeOneOf([ExitCode.Damaged, ExitCode.Unsupported], what);
                fault.Message.Should().Contain("_metadata", what).And.NotContain("savepointctl-rocksdb-", what);
            }
        }

        public SavepointException? Fault(string name, byte[] bytes)
        {
            try
            {
                Read(With(name, bytes));
                return null;
            }
            catch (SavepointException fault)
            {
                return fault;
            }
        }

        private static byte[] Bytes(Snapshot snapshot, StreamHandle handle)
        {
            using var stream = snapshot.Streams.Open(handle);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }

        private IncrementalKeyedStateHandle With(string name, byte[] bytes) => Handle with
        {
            SharedFiles = [],
            PrivateFiles = [.. Files.Select(file => new IncrementalFile(file.Name, new InlineStreamHandle(file.Name, file.Name == name ? bytes : file.Bytes)))],
        };

        private List<string> Read(IncrementalKeyedStateHandle handle)
        {
            using var state = RocksDbKeyedState.Open(Snapshot, handle, MaxParallelism);
            using var reader = state.Read();
            List<string> entries = [];
            while (reader.Read())
            {
                entries.Add($"{reader.StateIndex} {Convert.ToHexString(reader.Key)} {Convert.ToHexString(reader.Value)}");
            }

            return entries;
        }
    }
}

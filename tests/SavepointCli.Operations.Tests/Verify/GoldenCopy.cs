using SavepointCli.Format.Handles;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Operations.Snapshots;
using SavepointCli.Operations.Verify;
using SavepointCli.Storage;
using SavepointCli.Testing;

namespace SavepointCli.Operations.Tests.Verify;

/// <summary>A copy of a golden snapshot that a test may damage.</summary>
internal sealed class GoldenCopy : IDisposable
{
    private readonly TempFolder _folder = new();

    public GoldenCopy(string flink, string name)
    {
        var golden = GoldenCase.Load(flink, name);
        Path = System.IO.Path.Combine(_folder.CopyOf(golden.Folder, "case"), golden.Snapshot);
    }

    /// <summary>The folder of the snapshot.</summary>
    public string Path { get; }

    public string MetadataPath => System.IO.Path.Combine(Path, "_metadata");

    /// <summary>The largest state file in the folder: keyed state of operator <c>kinds</c>.</summary>
    public string StateFile => Directory.EnumerateFiles(Path).Where(file => file != MetadataPath).MaxBy(file => new FileInfo(file).Length)!;

    public Snapshot Open() => Snapshot.Open(Path, new FileStorage());

    public VerifyReport Verify(VerifyDepth depth = VerifyDepth.Data, DataSubset? subset = null) =>
        new VerifyHandler(new FileStorage(), new Random(1)).Handle(
            new VerifyRequest(Path) { Depth = depth, Subset = subset, Uids = ["kinds", "gate", "scalars", "rules"] }, CancellationToken.None);

    /// <summary>Writes the metadata again with one operator changed.</summary>
    public void Change(Func<OperatorState, bool> which, Func<OperatorState, OperatorState> change)
    {
        var metadata = Open().Metadata;
        var changed = metadata with { Operators = [.. metadata.Operators.Select(state => which(state) ? change(state) : state)] };
        File.WriteAllBytes(MetadataPath, SnapshotMetadataCodec.ToBytes(changed));
    }

    /// <summary>Changes one byte of a file.</summary>
    public static void Flip(string file, long offset, byte mask = 0xFF)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = offset;
        var value = stream.ReadByte();
        stream.Position = offset;
        stream.WriteByte((byte)(value ^ mask));
    }

    /// <summary>The keyed handle whose state lies in <see cref="StateFile"/>.</summary>
    public (OperatorState Operator, SubtaskState Subtask, KeyGroupsHandle Handle) HandleOfStateFile()
    {
        var snapshot = Open();
        return snapshot.Metadata.Operators
            .SelectMany(state => state.Subtasks.Select(subtask => (state, subtask, Handle: (subtask.ManagedKeyedState as KeyGroupsHandle)!)))
            .First(found => found.Handle?.Stream is { } stream && snapshot.Streams.FileOf(stream) == StateFile);
    }

    /// <summary>Where the first entry of a state begins, and its key and value.</summary>
    public (long Offset, int KeyGroup, byte[] Key, byte[] Value) FirstEntryOf(string state)
    {
        var (_, _, handle) = HandleOfStateFile();
        using var stream = File.OpenRead(StateFile);
        IKeyGroupReader reader = KeyedStreamForms.Detect(stream, handle, StateFile) == KeyedStreamForm.Canonical
            ? new CanonicalKeyGroupReader(stream, handle, StateFile)
            : new HeapKeyGroupReader(stream, handle, StateFile, Open().Metadata.Kryo);
        while (reader.Read())
        {
            if (reader.Header.States[reader.StateIndex].Name == state)
            {
                return (reader.Offset, reader.KeyGroup, reader.Key.ToArray(), reader.Value.ToArray());
            }
        }

        throw new InvalidOperationException($"no entry of {state}");
    }

    public void Dispose() => _folder.Dispose();
}

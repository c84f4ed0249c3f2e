using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.OperatorStates;
using SavepointCli.Format.Serializers;

namespace SavepointCli.Fuzz;

/// <summary>Every reader of bytes that somebody else wrote.</summary>
internal static class FuzzTargets
{
    private const string Path = "fuzzed";

    /// <summary>What the snapshots that the seeds come from were taken with: key groups take one byte.</summary>
    private const int MaxParallelism = 128;

    public static IEnumerable<FuzzTarget> All =>
    [
        new("metadata", SeedCorpus.Metadata, static bytes => SnapshotMetadataCodec.Read(bytes, Path)),
        .. SeedCorpus.KeyedStreams.Select(seed => new FuzzTarget($"keyed/{seed.Name}", [seed.Bytes], bytes => ReadKeyed(bytes, seed.Handle))),
        .. SeedCorpus.OperatorStreams.Select(
            seed => new FuzzTarget($"operator/{seed.Name}", [seed.Bytes], bytes => ReadOperatorState(bytes, seed.Handle))),
        new("serializer-snapshots", SeedCorpus.SerializerSnapshots, ReadSnapshot),
        .. SeedCorpus.ValuesBySnapshot.Select(
            seed => new FuzzTarget($"values/{seed.Name}", seed.Values, bytes => ReadValue(bytes, seed.Serializer))),
    ];

    private static void ReadKeyed(byte[] bytes, KeyGroupsHandle handle)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        if (KeyedStreamForms.Detect(stream, handle, Path) == KeyedStreamForm.Canonical)
        {
            ReadCanonical(new CanonicalKeyGroupReader(stream, handle, Path));
            return;
        }

        var heap = new HeapKeyGroupReader(stream, handle, Path);
        while (heap.Read())
        {
            _ = heap.Key.Length + heap.Value.Length;
        }
    }

    private static void ReadCanonical(CanonicalKeyGroupReader reader)
    {
        var key = reader.Header.KeySerializer.RestoreSerializer();
        var layouts = reader.Header.States
            .Select(state => state.NamespaceSerializer is { } space
                ? new KeyLayout(MaxParallelism, key, space.RestoreSerializer())
                : null)
            .ToArray();
        while (reader.Read())
        {
            layouts[reader.StateIndex]?.Split(reader.Key, KeyLayout.ReadKeyGroup(reader.Key, prefixLength: 1));
        }
    }

    private static void ReadOperatorState(byte[] bytes, OperatorStateHandle handle)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var reader = new OperatorStateReader(stream, handle, Path);
        foreach (var state in handle.States)
        {
            var serializer = reader.MetaOf(state).ValueSerializer?.RestoreSerializer();
            foreach (var offset in state.Offsets)
            {
                var element = new JavaDataReader(reader.ReadAt(offset));
                serializer?.Skip(ref element);
            }
        }
    }

    private static void ReadSnapshot(byte[] bytes)
    {
        var reader = new JavaDataReader(bytes);
        _ = SerializerSnapshots.Read(ref reader).Describe();
    }

    private static void ReadValue(byte[] bytes, TypeSerializer serializer)
    {
        var reader = new JavaDataReader(bytes);
        _ = serializer.ReadObject(ref reader);
    }
}

using SavepointCli.Format.Handles;
using SavepointCli.Format.Java;

namespace SavepointCli.Format.Metadata;

/// <summary>Every form of keyed state. See <c>docs/format/metadata.md</c>.</summary>
internal static class KeyedStateHandleCodecs
{
    public static readonly HandleCodecTable<KeyedStateHandle> Table = new(
        "keyed state handle",
        handle => handle.Tag,
        Of(3, "KeyGroupsStateHandle", KeyGroupsHandleCodec.ReadV1, KeyGroupsHandleCodec.Write),
        Of(5, "IncrementalRemoteKeyedStateHandle", IncrementalHandleCodec.ReadV1, IncrementalHandleCodec.Write),
        Of(7, "KeyGroupsSavepointStateHandle", KeyGroupsHandleCodec.ReadSavepoint, KeyGroupsHandleCodec.Write),
        Of(8, "ChangelogStateBackendHandle", ChangelogHandleCodecs.ReadV1, ChangelogHandleCodecs.Write),
        Of(9, "InMemoryChangelogStateHandle", ChangelogHandleCodecs.ReadInMemory, ChangelogHandleCodecs.WriteInMemory),
        Of(10, "ChangelogStateHandleStreamImpl", ChangelogHandleCodecs.ReadFilesV1, ChangelogHandleCodecs.WriteFiles),
        Of(11, "IncrementalRemoteKeyedStateHandle", IncrementalHandleCodec.ReadV2, IncrementalHandleCodec.Write),
        Of(12, "KeyGroupsStateHandle", KeyGroupsHandleCodec.ReadV2, KeyGroupsHandleCodec.Write),
        Of(13, "ChangelogStateHandleStreamImpl", ChangelogHandleCodecs.ReadFilesV2, ChangelogHandleCodecs.WriteFiles),
        Of(14, "ChangelogStateBackendHandle", ChangelogHandleCodecs.ReadV2, ChangelogHandleCodecs.Write));

    public static KeyedStateHandle? Read(ref MetadataReader reader) => Table.Read(ref reader);

    public static KeyedStateHandle ReadRequired(ref MetadataReader reader) => Table.ReadRequired(ref reader);

    public static void Write(JavaDataWriter writer, KeyedStateHandle? handle) => Table.Write(writer, handle);

    private static HandleCodec<KeyedStateHandle> Of<TRecord>(
        byte tag, string name, HandleReader<TRecord> read, Action<JavaDataWriter, TRecord> write)
        where TRecord : KeyedStateHandle => HandleCodec<KeyedStateHandle>.Of(tag, name, read, write);
}

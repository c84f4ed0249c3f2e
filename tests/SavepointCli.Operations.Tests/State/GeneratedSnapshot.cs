using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Metadata;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Tests.State;

/// <summary>
/// A snapshot that lies nowhere: one canonical stream of any length, whose bytes are made up while they are read. Each key group holds as
/// many entries as fit, all with the same key and a text.
/// </summary>
internal sealed class GeneratedSnapshot : IStorage
{
    public const string Directory = "/generated";

    private const int KeyGroupCount = 2;
    private const string StateName = "state";

    private readonly byte[] _metadata;
    private readonly byte[] _header;
    private readonly byte[] _entry;
    private readonly long _keyGroupLength;

    public GeneratedSnapshot(long entriesPerKeyGroup, int textLength)
    {
        EntriesPerKeyGroup = entriesPerKeyGroup;
        var header = new KeyedBackendHeader(
            IsCompressed: false,
            BasicSerializers.Long.Snapshot,
            [StateMeta.ForKeyValue("label", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.String.Snapshot)]);
        var writer = new JavaDataWriter();
        header.Write(writer);
        _header = writer.ToArray();
        _entry = EntryOf(textLength);
        _keyGroupLength = sizeof(ushort) + entriesPerKeyGroup * _entry.Length + sizeof(ushort);
        Length = _header.Length + KeyGroupCount * _keyGroupLength;
        _metadata = MetadataOf(new KeyGroupsHandle(
            KeyGroupsFormat.Savepoint,
            new KeyGroupRange(0, KeyGroupCount - 1),
            [.. Enumerable.Range(0, KeyGroupCount).Select(keyGroup => _header.Length + keyGroup * _keyGroupLength)],
            new RelativeFileStreamHandle(StateName, Length)));
    }

    public long EntriesPerKeyGroup { get; }

    public long Entries => KeyGroupCount * EntriesPerKeyGroup;

    /// <summary>Bytes of the state file.</summary>
    public long Length { get; }

    public bool FileExists(string path) => Path.GetFileName(path) is StateName or "_metadata";

    public bool DirectoryExists(string path) => path == Directory;

    public long GetLength(string path) => Path.GetFileName(path) == StateName ? Length : _metadata.Length;

    public DateTimeOffset GetLastWriteTime(string path) => DateTimeOffset.UnixEpoch;

    public Stream OpenRead(string path) => Path.GetFileName(path) == StateName ? new Generated(this) : new MemoryStream(_metadata);

    public IStorageFile CreateNew(string path) => throw new NotSupportedException();

    public IStorageFile CreateAtomic(string path, bool overwrite = false) => throw new NotSupportedException();

    public bool TryCreateDirectory(string path) => throw new NotSupportedException();

    public bool DeleteFile(string path) => throw new NotSupportedException();

    public bool DeleteDirectoryRecursively(string path) => throw new NotSupportedException();

    public bool DeleteEmptyDirectory(string path) => throw new NotSupportedException();

    public IEnumerable<string> List(string path) => throw new NotSupportedException();

    private static byte[] EntryOf(int textLength)
    {
        var key = new JavaDataWriter();
        key.WriteByte(0);
        BasicSerializers.Long.Write(key, 7);
        NamespaceSerializers.Void.WriteObject(key, null);
        var value = new JavaDataWriter();
        BasicSerializers.String.Write(value, new string('x', textLength));
        var entry = new JavaDataWriter();
        entry.WriteInt32(key.Length);
        entry.WriteBytes(key.WrittenSpan);
        entry.WriteInt32(value.Length);
        entry.WriteBytes(value.WrittenSpan);
        return entry.ToArray();
    }

    private static byte[] MetadataOf(KeyGroupsHandle handle) => SnapshotMetadataCodec.ToBytes(new SnapshotMetadata(
        4,
        1,
        [],
        [
            new OperatorState
            {
                Id = OperatorIds.FromUid("generated"),
                Parallelism = 1,
                MaxParallelism = KeyGroupCount,
                Subtasks = [new SubtaskState { Index = 0, ManagedKeyedState = handle }],
            },
        ],
        new byte[] { 0xAC, 0xED, 0x00, 0x05, 0x70 }));

    private sealed class Generated(GeneratedSnapshot snapshot) : Stream
    {
        private const int KeyOffset = sizeof(int);
        private const byte MetadataFollows = 0x80;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => snapshot.Length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var filled = 0;
            while (filled < buffer.Length && Position < Length)
            {
                var written = Fill(buffer[filled..]);
                Position += written;
                filled += written;
            }

            return filled;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Fill(Span<byte> buffer)
        {
            if (Position < snapshot._header.Length)
            {
                return Copy(snapshot._header, (int)Position, buffer);
            }

            var (keyGroup, at) = Math.DivRem(Position - snapshot._header.Length, snapshot._keyGroupLength);
            if (at < sizeof(ushort))
            {
                return Copy([0, 0], (int)at, buffer);
            }

            var (entry, inside) = Math.DivRem(at - sizeof(ushort), snapshot._entry.Length);
            if (entry == snapshot.EntriesPerKeyGroup)
            {
                return Copy([0xFF, 0xFF], (int)inside, buffer);
            }

            var written = Copy(snapshot._entry, (int)inside, buffer);
            if (inside <= KeyOffset && inside + written > KeyOffset)
            {
                buffer[KeyOffset - (int)inside] = (byte)(keyGroup | (entry == snapshot.EntriesPerKeyGroup - 1 ? MetadataFollows : 0L));
            }

            return written;
        }

        private static int Copy(ReadOnlySpan<byte> source, int start, Span<byte> target)
        {
            var length = Math.Min(source.Length - start, target.Length);
            source.Slice(start, length).CopyTo(target);
            return length;
        }
    }
}

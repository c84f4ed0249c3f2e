using SavepointCli.Format.Compression;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.KeyedState.Changelog;
using SavepointCli.Format.Streams;

namespace SavepointCli.Format.Tests.KeyedState.Changelog;

/// <summary>Writes changes as Flink's changelog backend does.</summary>
internal sealed class ChangelogFile
{
    private const int MetadataGroup = -1;
    private const int MetadataFormat = 7;
    private readonly SortedDictionary<int, List<byte[]>> _changes = [];

    /// <summary>Describes a state under a number.</summary>
    public ChangelogFile Describe(short number, StateMeta state, params byte[] defaultValue)
    {
        var isQueue = state.Kind == BackendStateType.PriorityQueue;
        return Add(MetadataGroup, writer =>
        {
            writer.WriteByte((byte)StateChangeOperation.Metadata);
            writer.WriteInt32(MetadataFormat);
            state.Write(writer);
            if (!isQueue)
            {
                writer.WriteBoolean(false);
                writer.WriteBoolean(defaultValue.Length > 0);
                writer.WriteBytes(defaultValue);
            }

            writer.WriteInt16(number);
            writer.WriteByte((byte)(isQueue ? 3 : 0));
        });
    }

    /// <summary>A change under a key and namespace.</summary>
    public ChangelogFile Change(int keyGroup, StateChangeOperation operation, short number, byte[] key, byte[] space, params byte[][] content) =>
        ChangeQueue(keyGroup, operation, number, [key, space, .. content]);

    /// <summary>A change of a queue, which has neither.</summary>
    public ChangelogFile ChangeQueue(int keyGroup, StateChangeOperation operation, short number, params byte[][] content) =>
        Add(keyGroup, writer =>
        {
            writer.WriteByte((byte)operation);
            writer.WriteInt16(number);
            foreach (var part in content)
            {
                writer.WriteBytes(part);
            }
        });

    /// <summary>The file: a flag, then one set of changes.</summary>
    public byte[] ToBytes(bool compressed = false)
    {
        var set = new JavaDataWriter();
        set.WriteInt32(_changes.Count);
        foreach (var (keyGroup, changes) in _changes)
        {
            set.WriteInt32(changes.Count);
            set.WriteInt32(keyGroup);
            foreach (var change in changes)
            {
                set.WriteInt32(change.Length);
                set.WriteBytes(change);
            }
        }

        return compressed ? [1, .. Compressed(set.WrittenSpan)] : [0, .. set.WrittenSpan];
    }

    /// <summary>The set as a source of a log.</summary>
    public ChangelogSource ToSource(bool compressed = false)
    {
        var bytes = ToBytes(compressed);
        return ChangelogSource.InFile("log", 0, () => new MemoryStream(bytes));
    }

    /// <summary>The changes as they lie inline in metadata.</summary>
    public ChangelogSource ToInlineSource() => ChangelogSource.Inline(
        "inline", [.. _changes.SelectMany(group => group.Value.Select(change => new Format.Handles.StateChange(group.Key, change)))]);

    private static byte[] Compressed(ReadOnlySpan<byte> bytes)
    {
        var stream = new MemoryStream();
        var output = new CountedOutput(stream);
        var framing = new SnappyFramingWriter(output);
        framing.Start();
        framing.Write(bytes);
        framing.Flush();
        output.Flush();
        return stream.ToArray();
    }

    private ChangelogFile Add(int keyGroup, Action<JavaDataWriter> write)
    {
        var writer = new JavaDataWriter();
        write(writer);
        if (!_changes.TryGetValue(keyGroup, out var changes))
        {
            changes = [];
            _changes.Add(keyGroup, changes);
        }

        changes.Add(writer.ToArray());
        return this;
    }
}

using SavepointCli.Format.Handles;
using SavepointCli.Format.Ids;
using SavepointCli.Format.Java;
using SavepointCli.Format.KeyedState;
using SavepointCli.Format.Serializers.Basic;
using SavepointCli.Format.Serializers.Namespaces;

namespace SavepointCli.Benchmarks;

/// <summary>
/// The reference content of all figures: keys of type Long, each with a Long and a text of 100 characters, in the canonical format. A
/// million keys take 145 MB.
/// </summary>
internal sealed class ReferenceState
{
    private const int MaxParallelism = 128;
    private const int TextLength = 100;

    private readonly List<(long Key, byte[] Bytes)>[] _keysByGroup = new List<(long Key, byte[] Bytes)>[MaxParallelism];
    private readonly string _text = new('x', TextLength);

    public ReferenceState(int keys)
    {
        Layout = new KeyLayout(MaxParallelism, BasicSerializers.Long, NamespaceSerializers.Void);
        var writer = new JavaDataWriter();
        for (var keyGroup = 0; keyGroup < MaxParallelism; keyGroup++)
        {
            _keysByGroup[keyGroup] = [];
        }

        for (var key = 0L; key < keys; key++)
        {
            var keyGroup = KeyGroups.Of(JavaHash.Of(key), MaxParallelism);
            writer.Clear();
            var start = Layout.Begin(writer, keyGroup);
            BasicSerializers.Long.Write(writer, key);
            start = Layout.EndPart(writer, start);
            NamespaceSerializers.Void.WriteObject(writer, null);
            Layout.EndPart(writer, start);
            _keysByGroup[keyGroup].Add((key, writer.ToArray()));
        }
    }

    public KeyLayout Layout { get; }

    public static KeyedBackendHeader Header { get; } = new(
        IsCompressed: false,
        BasicSerializers.Long.Snapshot,
        [
            StateMeta.ForKeyValue("count", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.Long.Snapshot),
            StateMeta.ForKeyValue("label", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.String.Snapshot),
        ]);

    /// <summary>Writes the content and returns the handle of the stream.</summary>
    public KeyGroupsHandle WriteTo(Stream stream)
    {
        var range = new KeyGroupRange(0, MaxParallelism - 1);
        var writer = new CanonicalKeyGroupWriter(stream, Header, range);
        var value = new JavaDataWriter();
        for (var keyGroup = 0; keyGroup < MaxParallelism; keyGroup++)
        {
            writer.StartKeyGroup(keyGroup);
            foreach (var (key, bytes) in _keysByGroup[keyGroup])
            {
                value.Clear();
                BasicSerializers.Long.Write(value, key);
                writer.WriteEntry(0, bytes, value.WrittenSpan);
            }

            foreach (var (_, bytes) in _keysByGroup[keyGroup])
            {
                value.Clear();
                BasicSerializers.String.Write(value, _text);
                writer.WriteEntry(1, bytes, value.WrittenSpan);
            }
        }

        var offsets = writer.Complete();
        return new KeyGroupsHandle(KeyGroupsFormat.Savepoint, range, offsets, new RelativeFileStreamHandle("state", writer.Position));
    }
}

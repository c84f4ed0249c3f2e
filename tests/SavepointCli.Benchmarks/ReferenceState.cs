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
    public const int MaxParallelism = 128;
    public const int TextLength = 100;

    private readonly List<long>[] _keysByGroup = [.. Enumerable.Range(0, MaxParallelism).Select(_ => new List<long>())];
    private readonly JavaDataWriter _key = new();
    private readonly JavaDataWriter _value = new();
    private readonly string _text;

    public ReferenceState(int keys, int textLength = TextLength)
    {
        Layout = new KeyLayout(MaxParallelism, BasicSerializers.Long, NamespaceSerializers.Void);
        _text = new string('x', textLength);
        for (var key = 0L; key < keys; key++)
        {
            _keysByGroup[KeyGroups.Of(JavaHash.Of(key), MaxParallelism)].Add(key);
        }
    }

    public static KeyGroupRange AllKeyGroups { get; } = new(0, MaxParallelism - 1);

    public KeyLayout Layout { get; }

    public static KeyedBackendHeader Header { get; } = new(
        IsCompressed: false,
        BasicSerializers.Long.Snapshot,
        [
            StateMeta.ForKeyValue("count", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.Long.Snapshot),
            StateMeta.ForKeyValue("label", KeyedStateType.Value, NamespaceSerializers.Void.Snapshot, BasicSerializers.String.Snapshot),
        ]);

    /// <summary>Writes the content and returns the handle of the stream.</summary>
    public KeyGroupsHandle WriteTo(Stream stream, KeyGroupRange range)
    {
        var writer = new CanonicalKeyGroupWriter(stream, Header, range);
        for (var keyGroup = range.Start; keyGroup <= range.End; keyGroup++)
        {
            writer.StartKeyGroup(keyGroup);
            foreach (var key in _keysByGroup[keyGroup])
            {
                _value.Clear();
                BasicSerializers.Long.Write(_value, key);
                writer.WriteEntry(0, KeyOf(key, keyGroup), _value.WrittenSpan);
            }

            foreach (var key in _keysByGroup[keyGroup])
            {
                _value.Clear();
                BasicSerializers.String.Write(_value, _text);
                writer.WriteEntry(1, KeyOf(key, keyGroup), _value.WrittenSpan);
            }
        }

        var offsets = writer.Complete();
        return new KeyGroupsHandle(KeyGroupsFormat.Savepoint, range, offsets, new RelativeFileStreamHandle("state", writer.Position));
    }

    public KeyGroupsHandle WriteTo(Stream stream) => WriteTo(stream, AllKeyGroups);

    private ReadOnlySpan<byte> KeyOf(long key, int keyGroup)
    {
        _key.Clear();
        var start = Layout.Begin(_key, keyGroup);
        BasicSerializers.Long.Write(_key, key);
        start = Layout.EndPart(_key, start);
        NamespaceSerializers.Void.WriteObject(_key, null);
        Layout.EndPart(_key, start);
        return _key.WrittenSpan;
    }
}

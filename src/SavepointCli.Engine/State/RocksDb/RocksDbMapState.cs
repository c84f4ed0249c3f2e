using System.Diagnostics.CodeAnalysis;
using SavepointCli.Engine.Types;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers.Composite;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A map per key, in RocksDB: an entry for each of its keys, which stand next to each other.</summary>
internal sealed class RocksDbMapState<TKey, TNamespace, TUserKey, TUserValue>(
    RocksDbColumn<TKey, TNamespace> column, MapSerializer<TUserKey, TUserValue?> serializer) : MapState<TUserKey, TUserValue>
    where TUserKey : notnull
{
    private readonly bool _writesNull = NullEncoding.IsKnownTo(serializer.Value);
    private readonly JavaDataWriter _value = new();

    public override IEnumerable<KeyValuePair<TUserKey, TUserValue?>> Entries
    {
        get
        {
            List<KeyValuePair<TUserKey, TUserValue?>> entries = [];
            Scan((_, userKey, value) =>
            {
                var reader = new JavaDataReader(userKey);
                entries.Add(new(serializer.Key.Read(ref reader), ReadValue(value)));
                return true;
            });
            return entries;
        }
    }

    public override bool IsEmpty
    {
        get
        {
            var isEmpty = true;
            Scan((_, _, _) => isEmpty = false);
            return isEmpty;
        }
    }

    private delegate bool EntryVisitor(ReadOnlySpan<byte> key, ReadOnlySpan<byte> userKey, ReadOnlySpan<byte> value);

    public override bool TryGetValue(TUserKey key, [MaybeNullWhen(false)] out TUserValue? value)
    {
        using var stored = column.Family.Get(column.Key(serializer.Key, key));
        value = stored.Exists ? ReadValue(stored.Bytes) : default;
        return stored.Exists;
    }

    public override void Put(TUserKey key, TUserValue? value)
    {
        _value.Clear();
        _value.WriteBoolean(value is null);

        // Some Flink releases read the serializer's own null behind the flag, all others ignore it.
        if (value is not null || _writesNull)
        {
            serializer.Value.Write(_value, value);
        }

        column.Family.Put(column.Key(serializer.Key, key), _value.WrittenSpan);
    }

    public override void Remove(TUserKey key) => column.Family.Remove(column.Key(serializer.Key, key));

    public override void Clear() => Scan((key, _, _) =>
    {
        column.Family.Remove(key);
        return true;
    });

    /// <summary>Visits the entries of the current key until the visitor says false. The iterator does not see what is changed meanwhile.</summary>
    private void Scan(EntryVisitor visit)
    {
        var prefix = column.Key().ToArray();
        using var entries = column.Family.Iterate();
        for (var found = entries.Seek(prefix); found && entries.Key.StartsWith(prefix); found = entries.Next())
        {
            if (!visit(entries.Key, entries.Key[prefix.Length..], entries.Value))
            {
                return;
            }
        }
    }

    private TUserValue? ReadValue(ReadOnlySpan<byte> bytes)
    {
        var reader = new JavaDataReader(bytes);
        if (!reader.ReadBoolean())
        {
            return serializer.Value.Read(ref reader);
        }

        // A default in the place of null would be a wrong value: 0 is not "no number".
        return default(TUserValue) is null
            ? default
            : throw reader.Fault($"null as a value of a map to {typeof(TUserValue).Name}, which has no null", ExitCode.Incompatible);
    }
}

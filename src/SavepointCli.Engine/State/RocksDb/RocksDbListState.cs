using SavepointCli.Engine.State.Codecs;
using SavepointCli.Engine.State.Keyed;
using SavepointCli.Format.Java;
using SavepointCli.Format.Serializers;
using SavepointCli.Streaming.State;

namespace SavepointCli.Engine.State.RocksDb;

/// <summary>A list per key, in RocksDB: adding does not read what is there.</summary>
internal sealed class RocksDbListState<TKey, TNamespace, T>(RocksDbColumn<TKey, TNamespace> column, TypeSerializer<T> serializer)
    : ListState<T>, IMergingState<TNamespace>
{
    private readonly JavaDataWriter _value = new();

    public override IEnumerable<T> Get()
    {
        using var stored = column.Family.Get(column.Key());
        if (!stored.Exists)
        {
            return [];
        }

        var reader = new JavaDataReader(stored.Bytes);
        List<T> list = [serializer.Read(ref reader)];
        while (reader.Remaining > 0)
        {
            if (reader.ReadByte() != ListCodec<T>.Delimiter)
            {
                throw reader.Fault("no comma between two elements of a list");
            }

            list.Add(serializer.Read(ref reader));
        }

        return list;
    }

    public override void Add(T element)
    {
        ListElements.RequireNotNull(element);
        _value.Clear();
        serializer.Write(_value, element);
        column.Family.Append(column.Key(), _value.WrittenSpan);
    }

    public override void Update(IEnumerable<T> elements)
    {
        var list = ListElements.Copy(elements);
        if (list.Count == 0)
        {
            Clear();
            return;
        }

        _value.Clear();
        foreach (var element in list)
        {
            if (_value.Length > 0)
            {
                _value.WriteByte(ListCodec<T>.Delimiter);
            }

            serializer.Write(_value, element);
        }

        column.Family.Put(column.Key(), _value.WrittenSpan);
    }

    public override void Clear() => column.Family.Remove(column.Key());

    /// <summary>Lists are joined as bytes: RocksDB puts the comma between them.</summary>
    public void MergeNamespaces(TNamespace target, IEnumerable<TNamespace> sources)
    {
        var before = column.Namespace;
        foreach (var source in sources)
        {
            column.Namespace = source;
            using var moved = column.Family.Get(column.Key());
            if (moved.Exists)
            {
                column.Family.Remove(column.Key());
                column.Namespace = target;
                column.Family.Append(column.Key(), moved.Bytes);
            }
        }

        column.Namespace = before;
    }
}

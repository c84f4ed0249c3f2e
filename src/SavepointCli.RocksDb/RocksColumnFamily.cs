using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>One key space of a <see cref="RocksDatabase"/>. Lives as long as the database.</summary>
public sealed unsafe class RocksColumnFamily
{
    private readonly string _directory;
    private readonly DatabaseHandle _database;
    private readonly ReadOptionsHandle _read;
    private readonly ReadOptionsHandle _scan;
    private readonly WriteOptionsHandle _write;

    internal RocksColumnFamily(string name, ColumnFamilyHandle handle, RocksDatabase database)
    {
        Name = name;
        Handle = handle;
        _directory = database.Directory;
        _database = database.Handle;
        _read = database.ReadOptions;
        _scan = database.ScanOptions;
        _write = database.WriteOptions;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    internal ColumnFamilyHandle Handle { get; }

    /// <summary>The value under a key, with all that was merged into it.</summary>
    /// <exception cref="RocksDbException">The files are damaged there.</exception>
    public RocksValue Get(ReadOnlySpan<byte> key)
    {
        nint error = 0;
        fixed (byte* bytes = key)
        {
            var pinned = Calls.Get(_database, _read, Handle, bytes, (nuint)key.Length, ref error);
            RocksError.Check(error, _directory);
            return new RocksValue(pinned);
        }
    }

    /// <summary>Adds or replaces an entry.</summary>
    /// <exception cref="RocksDbException">It cannot be written.</exception>
    public void Put(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        nint error = 0;
        fixed (byte* keyBytes = key, valueBytes = value)
        {
            Calls.Put(_database, _write, Handle, keyBytes, (nuint)key.Length, valueBytes, (nuint)value.Length, ref error);
        }

        RocksError.Check(error, _directory);
    }

    /// <summary>Appends to the value of an entry, behind a comma if there is one; the value is not read for that.</summary>
    /// <exception cref="RocksDbException">It cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        nint error = 0;
        fixed (byte* keyBytes = key, valueBytes = value)
        {
            Calls.Merge(_database, _write, Handle, keyBytes, (nuint)key.Length, valueBytes, (nuint)value.Length, ref error);
        }

        RocksError.Check(error, _directory);
    }

    /// <summary>Removes an entry, if there is one.</summary>
    /// <exception cref="RocksDbException">It cannot be written.</exception>
    public void Remove(ReadOnlySpan<byte> key)
    {
        nint error = 0;
        fixed (byte* bytes = key)
        {
            Calls.Delete(_database, _write, Handle, bytes, (nuint)key.Length, ref error);
        }

        RocksError.Check(error, _directory);
    }

    /// <summary>An iterator over the entries as they are now, or were at a moment; it stands before the first one.</summary>
    public RocksIterator Iterate(RocksSnapshot? moment = null) =>
        new(new IteratorHandle(Calls.CreateIterator(_database, moment?.Options ?? _scan, Handle), Handle), _directory);
}

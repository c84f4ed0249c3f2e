using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>Gathers entries and writes them in large pieces, for filling a database. Disposing it does not write what is left.</summary>
public sealed unsafe class RocksBatch : IDisposable
{
    private const int PieceSize = 1024 * 1024;

    private readonly BatchHandle _handle = new();
    private readonly Action<BatchHandle> _write;
    private long _size;

    internal RocksBatch(Action<BatchHandle> write) => _write = write;

    /// <summary>Adds or replaces an entry.</summary>
    public void Put(RocksColumnFamily columnFamily, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(columnFamily);
        fixed (byte* keyBytes = key, valueBytes = value)
        {
            Calls.PutInto(_handle, columnFamily.Handle, keyBytes, (nuint)key.Length, valueBytes, (nuint)value.Length);
        }

        _size += key.Length + value.Length;
        if (_size >= PieceSize)
        {
            Flush();
        }
    }

    /// <summary>Writes what was gathered.</summary>
    /// <exception cref="RocksDbException">It cannot be written.</exception>
    public void Flush()
    {
        _write(_handle);
        Calls.ClearBatch(_handle);
        _size = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}

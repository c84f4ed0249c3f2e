using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>A value in RocksDB's own memory, valid until it is disposed.</summary>
public readonly unsafe ref struct RocksValue : IDisposable
{
    private readonly nint _pinned;

    internal RocksValue(nint pinned) => _pinned = pinned;

    /// <summary>Whether there is a value.</summary>
    public bool Exists => _pinned != 0;

    /// <summary>The bytes; none if there is no value.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (_pinned == 0)
            {
                return [];
            }

            nuint length;
            var bytes = Calls.ValueOf(_pinned, &length);
            return new ReadOnlySpan<byte>(bytes, checked((int)length));
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        if (_pinned != 0)
        {
            Calls.DestroyPinned(_pinned);
        }
    }
}

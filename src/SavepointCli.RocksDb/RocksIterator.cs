using System.Runtime.CompilerServices;
using SavepointCli.RocksDb.Native;

namespace SavepointCli.RocksDb;

/// <summary>
/// Goes through the entries of a column family in the order of their keys, unsigned byte by byte. Keys and values are spans over RocksDB's
/// own memory: nothing is copied and nothing allocated per entry. For one thread.
/// </summary>
public sealed unsafe class RocksIterator : IDisposable
{
    private readonly IteratorHandle _handle;
    private readonly string _directory;

    internal RocksIterator(IteratorHandle handle, string directory)
    {
        _handle = handle;
        _directory = directory;
    }

    /// <summary>Key of the current entry, valid until the iterator moves.</summary>
    public ReadOnlySpan<byte> Key
    {
        get
        {
            nuint length;
            var bytes = Calls.Key(Pointer, &length);
            return Span(bytes, length);
        }
    }

    /// <summary>Value of the current entry, with all that was merged into it; valid until the iterator moves.</summary>
    public ReadOnlySpan<byte> Value
    {
        get
        {
            nuint length;
            var bytes = Calls.Value(Pointer, &length);
            return Span(bytes, length);
        }
    }

    private nint Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            return _handle.DangerousGetHandle();
        }
    }

    /// <summary>Moves to the first entry whose key is not below <paramref name="key"/>; false if there is none.</summary>
    /// <exception cref="RocksDbException">The files are damaged there.</exception>
    public bool Seek(ReadOnlySpan<byte> key)
    {
        fixed (byte* bytes = key)
        {
            Calls.Seek(Pointer, bytes, (nuint)key.Length);
        }

        return IsValid();
    }

    /// <summary>Moves to the next entry; false behind the last one. The iterator must stand on an entry.</summary>
    /// <exception cref="RocksDbException">The files are damaged there.</exception>
    public bool Next()
    {
        Calls.Next(Pointer);
        return IsValid();
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    // Where a block does not read, RocksDB's iterator just ends: only its error tells that from the end of the data.
    private bool IsValid() => Calls.IsValid(Pointer) != 0 || Ended();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Ended()
    {
        nint error = 0;
        Calls.GetError(Pointer, ref error);
        RocksError.Check(error, _directory);
        return false;
    }

    private ReadOnlySpan<byte> Span(byte* bytes, nuint length) =>
        length <= (nuint)Array.MaxLength
            ? new ReadOnlySpan<byte>(bytes, (int)length)
            : throw new RocksDbException(ExitCode.Unsupported, $"an entry of {length} bytes, more than {Array.MaxLength}", _directory);
}

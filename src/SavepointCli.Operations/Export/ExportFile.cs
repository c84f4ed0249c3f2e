using SavepointCli.Operations.State;
using SavepointCli.Storage;

namespace SavepointCli.Operations.Export;

/// <summary>A file that is being written; it appears under its name when it is complete.</summary>
internal abstract class ExportFile(IStorageFile file) : IAsyncDisposable
{
    /// <summary>Rows so far.</summary>
    public long Rows { get; protected set; }

    /// <summary>Bytes of rows that are held in memory, roughly.</summary>
    public virtual long Buffered => 0;

    /// <summary>Where the bytes go.</summary>
    protected Stream Stream => file.Stream;

    /// <summary>Adds the rows of an entry.</summary>
    public abstract void Add(StateEntry entry);

    /// <summary>Writes what is held in memory.</summary>
    public virtual ValueTask FlushAsync(CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>Ends the file and makes it visible.</summary>
    /// <returns>Its length.</returns>
    public async Task<long> CompleteAsync(CancellationToken cancellation)
    {
        await FinishAsync(cancellation).ConfigureAwait(false);
        var length = Stream.Position;
        file.Commit();
        return length;
    }

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        file.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes what must stand at the end.</summary>
    protected abstract ValueTask FinishAsync(CancellationToken cancellation);
}

namespace SavepointCli.Storage;

/// <summary>A file being written. Disposing it without <see cref="Commit"/> leaves nothing behind.</summary>
public interface IStorageFile : IDisposable
{
    /// <summary>Where the bytes go.</summary>
    Stream Stream { get; }

    /// <summary>Makes the bytes durable and the file visible under its name.</summary>
    void Commit();
}

using SavepointCli.Format.Handles;

namespace SavepointCli.Operations.Snapshots;

/// <summary>Opens the streams that a snapshot refers to.</summary>
public interface IStreamHandles
{
    /// <summary>Opens the bytes of a handle for reading with seek; position 0 is the first byte of the handle.</summary>
    /// <exception cref="SavepointException">The file is missing or shorter than the handle says.</exception>
    Stream Open(StreamHandle handle);

    /// <summary>Names the bytes of a handle in messages.</summary>
    string Describe(StreamHandle handle);

    /// <summary>
    /// The file of the operating system that holds the bytes of a handle and nothing else, there and long enough; null where they are inline,
    /// a part of a file, or in a store of another kind.
    /// </summary>
    /// <exception cref="SavepointException">The file is missing or shorter than the handle says.</exception>
    string? LocalFileOf(StreamHandle handle) => null;
}

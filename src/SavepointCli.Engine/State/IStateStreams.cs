using SavepointCli.Format.Handles;

namespace SavepointCli.Engine.State;

/// <summary>Opens the streams of the snapshot that is restored.</summary>
public interface IStateStreams
{
    /// <summary>Opens a stream with seek.</summary>
    /// <exception cref="SavepointException">Its file is missing or shorter than the handle says.</exception>
    Stream Open(StreamHandle handle);

    /// <summary>The file of a stream, or a description of it, for messages.</summary>
    string Describe(StreamHandle handle);
}

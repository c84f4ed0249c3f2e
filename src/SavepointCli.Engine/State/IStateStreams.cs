using SavepointCli.Operations.Snapshots;

namespace SavepointCli.Engine.State;

/// <summary>Opens the streams of the snapshot that is restored.</summary>
public interface IStateStreams : IStreamHandles;

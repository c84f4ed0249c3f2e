using SavepointCli.Engine.State;

namespace SavepointCli.Engine.Tests.State;

/// <summary>Expiry on RocksDB.</summary>
public sealed class RocksDbTimeToLiveTests() : TimeToLiveTests(StateBackendKind.RocksDb);

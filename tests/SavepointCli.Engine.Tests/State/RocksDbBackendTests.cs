using SavepointCli.Engine.State;

namespace SavepointCli.Engine.Tests.State;

/// <summary>What every backend must do, on RocksDB.</summary>
public sealed class RocksDbBackendTests() : KeyedStateBackendTests(StateBackendKind.RocksDb);

using SavepointCli.Engine.State;

namespace SavepointCli.Engine.Tests.State;

/// <summary>What every backend must do, on objects in memory.</summary>
public sealed class HashMapBackendTests() : KeyedStateBackendTests(StateBackendKind.HashMap);

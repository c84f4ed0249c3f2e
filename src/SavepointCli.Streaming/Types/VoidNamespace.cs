namespace SavepointCli.Streaming.Types;

/// <summary>The namespace of state and timers outside windows. Mirrors <c>org.apache.flink.runtime.state.VoidNamespace</c>.</summary>
public readonly record struct VoidNamespace;

using SavepointCli.Format.Ids;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>A snapshot of the backend below a changelog.</summary>
/// <param name="Header">What it says about keys and states.</param>
/// <param name="KeyGroups">The key groups that it covers.</param>
/// <param name="OpenKeyGroup">Reads one key group of it; disposed where it can be.</param>
public sealed record MaterializedState(KeyedBackendHeader Header, KeyGroupRange KeyGroups, Func<int, IKeyGroupReader> OpenKeyGroup);

namespace SavepointCli.Engine.State.Tables;

/// <summary>What all maps of one state have in common.</summary>
/// <param name="KeyComparer">Java's equality of keys where .NET's differs, else null.</param>
/// <param name="CopyState">
/// Makes a value that can be changed independently; null if values cannot be changed in place, so that sharing them is safe.
/// </param>
internal sealed record StateLayout<TKey, TNamespace, TState>(IEqualityComparer<TKey>? KeyComparer, Func<TState, TState>? CopyState);

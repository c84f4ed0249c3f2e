using System.Collections.Immutable;

namespace SavepointCli.Format.KeyedState.Changelog;

/// <summary>The changes of one key group in one set of changes.</summary>
/// <param name="Source">The set: index in the list of the log.</param>
/// <param name="Start">Where the first change begins; for inline changes its index.</param>
/// <param name="Count">Number of changes.</param>
/// <param name="States">What the numbers of states mean at this point of the log.</param>
internal readonly record struct ChangeRun(int Source, long Start, int Count, ImmutableDictionary<short, ChangelogState> States);

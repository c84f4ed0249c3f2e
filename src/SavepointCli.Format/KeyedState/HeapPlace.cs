using System.Collections.Immutable;

namespace SavepointCli.Format.KeyedState;

/// <summary>A place in a key group of a heap table.</summary>
/// <param name="Position">Where the entry begins.</param>
/// <param name="StateIndex">The state that it belongs to.</param>
/// <param name="EntriesLeft">Entries of the state from this one on.</param>
/// <param name="States">The states that have begun, this one included.</param>
internal readonly record struct HeapPlace(int Position, int StateIndex, int EntriesLeft, ImmutableSortedSet<int> States);

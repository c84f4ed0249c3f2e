using SavepointCli.Operations.State;

namespace SavepointCli.Operations.Export;

/// <summary>One row: a keyed entry, an element of an operator state, or an entry of a broadcast state.</summary>
/// <param name="Entry">The entry that it comes from.</param>
/// <param name="Key">The key of keyed and broadcast state.</param>
/// <param name="Value">The value or element; of a value with time to live what is inside.</param>
/// <param name="Index">Position of an element in its list.</param>
internal readonly record struct ExportRow(StateEntry Entry, object? Key, object? Value, int Index);

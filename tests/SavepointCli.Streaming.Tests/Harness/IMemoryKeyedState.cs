using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.Tests.Harness;

/// <summary>What a keyed state backend in memory holds, for comparison.</summary>
internal interface IMemoryKeyedState
{
    /// <summary>State name, kind as in the golden lines, key, value and its type; maps as dictionaries, lists as lists.</summary>
    IEnumerable<(string State, string Kind, object Key, object Value, TypeInformation Type)> Entries { get; }
}

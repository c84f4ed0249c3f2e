using SavepointCli.Format.Ids;
using SavepointCli.Operations.State;

namespace SavepointCli.Operations.StateList;

/// <summary>One state of an operator.</summary>
/// <param name="OperatorId">The operator's id.</param>
/// <param name="OperatorUid">Its uid, stored or given and matched by hash; null if unknown.</param>
/// <param name="OperatorName">Its name for people; null where the metadata have none.</param>
/// <param name="Name">Name of the state.</param>
/// <param name="Kind">What kind of state it is.</param>
/// <param name="KeyType">Type of the keys; null for operator state.</param>
/// <param name="NamespaceType">Type of the namespaces; null for operator state, and where none is stored.</param>
/// <param name="ValueType">Type of the values: of all elements of a list or map together, of one element of operator state.</param>
/// <param name="Entries">
/// Pairs of key and namespace, timers, or elements of operator state; the copies of broadcast state count each. Null if not counted.
/// </param>
/// <param name="Bytes">Bytes of these, before compression. Null if not counted.</param>
/// <param name="Skew">How they are spread; null if not asked for, and for operator state.</param>
public sealed record ListedState(
    OperatorId OperatorId,
    string? OperatorUid,
    string? OperatorName,
    string Name,
    StateEntryKind Kind,
    string? KeyType,
    string? NamespaceType,
    string ValueType,
    long? Entries,
    long? Bytes,
    StateSkew? Skew);

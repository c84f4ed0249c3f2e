using SavepointCli.Streaming.Types;

namespace SavepointCli.Streaming.State;

/// <summary>Describes a <see cref="MapState{TKey, TValue}"/> or a <see cref="BroadcastState{TKey, TValue}"/>.</summary>
/// <param name="name">The name under which snapshots record the state.</param>
/// <param name="keyType">Type of the map's keys; null to find it from <typeparamref name="TKey"/>.</param>
/// <param name="valueType">Type of the map's values; null to find it from <typeparamref name="TValue"/>.</param>
/// <param name="timeToLive">How long entries live, each by itself; null for ever.</param>
public sealed class MapStateDescriptor<TKey, TValue>(
    string name, TypeInformation<TKey>? keyType = null, TypeInformation<TValue>? valueType = null, StateTtlConfig? timeToLive = null)
    : StateDescriptor(name, timeToLive)
    where TKey : notnull
{
    /// <summary>Type of the map's keys.</summary>
    public TypeInformation<TKey> KeyType { get; } = keyType ?? TypeInformation.Of<TKey>();

    /// <summary>Type of the map's values.</summary>
    public TypeInformation<TValue> ValueType { get; } = valueType ?? TypeInformation.Of<TValue>();

    /// <inheritdoc/>
    public override StateKind Kind => StateKind.Map;
}

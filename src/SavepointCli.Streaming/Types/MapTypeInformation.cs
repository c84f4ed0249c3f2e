namespace SavepointCli.Streaming.Types;

/// <summary>A map. Mirrors <c>MapTypeInfo</c>.</summary>
public sealed class MapTypeInformation<TKey, TValue> : TypeInformation<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    internal MapTypeInformation(TypeInformation<TKey> key, TypeInformation<TValue> value) => (Key, Value) = (key, value);

    /// <summary>The type of the map's keys.</summary>
    public TypeInformation<TKey> Key { get; }

    /// <summary>The type of the map's values.</summary>
    public TypeInformation<TValue> Value { get; }

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Map;

    /// <inheritdoc/>
    public override string? ReasonAgainstKey => Key.ReasonAgainstKey ?? Value.ReasonAgainstKey;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ITypeVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public override string ToString() => $"Map<{Key}, {Value}>";
}

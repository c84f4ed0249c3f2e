namespace SavepointCli.Format.KeyedState;

/// <summary>Names of options and serializers in a <see cref="StateMeta"/>: <c>StateMetaInfoSnapshot.CommonOptionsKeys</c> and <c>CommonSerializerKeys</c>.</summary>
public static class StateMetaKeys
{
    /// <summary>Option: the <see cref="KeyedStateType"/> in capitals.</summary>
    public const string KeyedStateType = "KEYED_STATE_TYPE";

    /// <summary>Option: <c>SPLIT_DISTRIBUTE</c>, <c>UNION</c> or <c>BROADCAST</c>.</summary>
    public const string OperatorStateDistributionMode = "OPERATOR_STATE_DISTRIBUTION_MODE";

    /// <summary>Serializer of the keys of a broadcast state.</summary>
    public const string KeySerializer = "KEY_SERIALIZER";

    /// <summary>Serializer of namespaces.</summary>
    public const string NamespaceSerializer = "NAMESPACE_SERIALIZER";

    /// <summary>Serializer of values, list elements of operator state, queue elements.</summary>
    public const string ValueSerializer = "VALUE_SERIALIZER";

    /// <summary>Serializer of the keys of a map state of the asynchronous API.</summary>
    public const string UserKeySerializer = "USER_KEY_SERIALIZER";
}

namespace SavepointCli.Format.KeyedState;

/// <summary>The text of <see cref="KeyedStateType"/> in a file: the name of Flink's enum constant.</summary>
internal static class KeyedStateTypeNames
{
    public static string Format(KeyedStateType type) => type switch
    {
        KeyedStateType.Value => "VALUE",
        KeyedStateType.List => "LIST",
        KeyedStateType.Reducing => "REDUCING",
        KeyedStateType.Folding => "FOLDING",
        KeyedStateType.Aggregating => "AGGREGATING",
        KeyedStateType.Map => "MAP",
        _ => "UNKNOWN",
    };

    public static KeyedStateType Parse(string? name) => name switch
    {
        "VALUE" => KeyedStateType.Value,
        "LIST" => KeyedStateType.List,
        "REDUCING" => KeyedStateType.Reducing,
        "FOLDING" => KeyedStateType.Folding,
        "AGGREGATING" => KeyedStateType.Aggregating,
        "MAP" => KeyedStateType.Map,
        _ => KeyedStateType.Unknown,
    };
}

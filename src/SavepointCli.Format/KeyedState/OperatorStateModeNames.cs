using SavepointCli.Format.Handles;

namespace SavepointCli.Format.KeyedState;

/// <summary>The text of <see cref="OperatorStateMode"/> in a <see cref="StateMeta"/>.</summary>
internal static class OperatorStateModeNames
{
    public static string Format(OperatorStateMode mode) => mode switch
    {
        OperatorStateMode.SplitDistribute => "SPLIT_DISTRIBUTE",
        OperatorStateMode.Union => "UNION",
        OperatorStateMode.Broadcast => "BROADCAST",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    public static OperatorStateMode? Parse(string? name) => name switch
    {
        "SPLIT_DISTRIBUTE" => OperatorStateMode.SplitDistribute,
        "UNION" => OperatorStateMode.Union,
        "BROADCAST" => OperatorStateMode.Broadcast,
        _ => null,
    };
}

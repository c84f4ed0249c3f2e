namespace SavepointCli.Format.Values;

/// <summary>A value of a state with time to live.</summary>
/// <typeparam name="T">Type of the user's value.</typeparam>
/// <param name="LastAccess">Milliseconds since the epoch of the last access that counted.</param>
/// <param name="Value">The user's value.</param>
public readonly record struct TtlValue<T>(long LastAccess, T Value) : ITtlValue
{
    object? ITtlValue.Value => Value;
}

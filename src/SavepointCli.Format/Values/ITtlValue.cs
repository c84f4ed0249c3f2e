namespace SavepointCli.Format.Values;

/// <summary>A <see cref="TtlValue{T}"/> of any type.</summary>
public interface ITtlValue
{
    /// <summary>Milliseconds since the epoch of the last access that counted.</summary>
    long LastAccess { get; }

    /// <summary>The user's value.</summary>
    object? Value { get; }
}

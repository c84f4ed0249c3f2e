namespace SavepointCli.Format.Serializers;

/// <summary>
/// A value of a class whose encoding only that class knows, at a place where nothing says how long the value is. Nothing behind it
/// can be read; a caller that knows where the whole value ends can keep its bytes (<see cref="TypeSerializer.ReadDelimited"/>).
/// </summary>
/// <param name="className">The class.</param>
/// <param name="path">File or description of the bytes.</param>
/// <param name="offset">Where the opaque value begins.</param>
public sealed class OpaqueValueException(string className, string path, long offset)
    : SavepointException(
        ExitCode.Unsupported,
        $"value of {className}, which only that class can decode ({path} @ {offset})",
        "the state can be copied and relocated, but not shown")
{
    /// <summary>The class that could read the value.</summary>
    public string ClassName { get; } = className;

    /// <summary>Where the opaque value begins.</summary>
    public long Offset { get; } = offset;
}

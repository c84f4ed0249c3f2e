namespace SavepointCli.Operations.Verify;

/// <summary>Something that is wrong with a snapshot, or that could not be checked.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">What it is about.</param>
/// <param name="Path">The file.</param>
/// <param name="Offset">Position in the file, in bytes; null if it is about the file as a whole or about what the metadata say.</param>
/// <param name="Message">What is wrong, without the place.</param>
public sealed record VerifyFinding(VerifySeverity Severity, VerifyCode Code, string Path, long? Offset, string Message)
{
    /// <summary>The operator's uid where it is known, else its id; null if it is not about one.</summary>
    public string? Operator { get; init; }

    /// <summary>Index of the subtask; null if it is not about one.</summary>
    public int? Subtask { get; init; }

    /// <summary>Name of the state; null if it is not about one.</summary>
    public string? State { get; init; }
}

namespace SavepointCli.Tests.Transcripts;

/// <summary>A test of the published binary; skipped where <c>SAVEPOINTCTL_BINARY</c> names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedBinaryTheoryAttribute : TheoryAttribute
{
    private const string Variable = "SAVEPOINTCTL_BINARY";

    public PublishedBinaryTheoryAttribute() => Skip = Binary is null ? $"{Variable} names no published binary; the gate does" : null;

    public static string? Binary => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } binary ? binary : null;
}

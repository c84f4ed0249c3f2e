namespace SavepointCli.Format.Handles;

/// <summary>What <c>FileMergingOperatorStreamStateHandle</c> (tag 17) stores beside the plain handle.</summary>
/// <param name="TaskOwned">Directory of task-owned files.</param>
/// <param name="Shared">Directory of shared files.</param>
/// <param name="IsEmpty">Whether there is no state at all.</param>
public sealed record FileMergingDirectories(string TaskOwned, string Shared, bool IsEmpty);

using SavepointCli.Format.Ids;

namespace SavepointCli.Engine.Jobs;

/// <summary>A job to run: an assembly with an entry point, as <c>/jars/:id/run</c> asks for it.</summary>
/// <param name="AssemblyPath">The uploaded file: a .NET assembly, or a zip of an assembly and what it needs.</param>
public sealed record JobSubmission(string AssemblyPath)
{
    /// <summary>Full name of the type whose <c>Main</c> is run; null if there is only one.</summary>
    public string? EntryClass { get; init; }

    /// <summary>Arguments of the program, verbatim.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Parallelism of operators that set none; null for the configured default.</summary>
    public int? Parallelism { get; init; }

    /// <summary>The caller's choice of id; null for a random one.</summary>
    public JobId? JobId { get; init; }

    /// <summary>Snapshot to restore: directory or metadata file; null for a fresh start.</summary>
    public string? SavepointPath { get; init; }

    /// <summary>Whether state that no operator claims may be dropped.</summary>
    public bool AllowNonRestoredState { get; init; }

    /// <summary>Who owns the restored snapshot; null for what the settings say.</summary>
    public ClaimMode? ClaimMode { get; init; }

    /// <summary>Settings of this job over those of the cluster.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>();
}

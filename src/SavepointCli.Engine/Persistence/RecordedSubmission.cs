using SavepointCli.Engine.Jobs;

namespace SavepointCli.Engine.Persistence;

/// <summary>A submission as it is recorded; the program lies beside it under its own name.</summary>
internal sealed record RecordedSubmission(
    string Program,
    string? EntryClass,
    IReadOnlyList<string> Arguments,
    int? Parallelism,
    string? SavepointPath,
    bool AllowNonRestoredState,
    ClaimMode? ClaimMode,
    IReadOnlyDictionary<string, string> Configuration)
{
    public static RecordedSubmission Of(JobSubmission submission) => new(
        Path.GetFileName(submission.AssemblyPath), submission.EntryClass, submission.Arguments, submission.Parallelism,
        submission.SavepointPath, submission.AllowNonRestoredState, submission.ClaimMode, submission.Configuration);

    /// <summary>The submission again, with the program from the record's directory.</summary>
    public JobSubmission In(string directory, Format.Ids.JobId job) => new(Path.Combine(directory, Program))
    {
        EntryClass = EntryClass,
        Arguments = Arguments,
        Parallelism = Parallelism,
        JobId = job,
        SavepointPath = SavepointPath,
        AllowNonRestoredState = AllowNonRestoredState,
        ClaimMode = ClaimMode,
        Configuration = Configuration,
    };
}

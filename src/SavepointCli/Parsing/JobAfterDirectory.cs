namespace SavepointCli.Parsing;

/// <summary>
/// Tells directory from job where the option for the directory may stand without one: in <c>stop -p JOB</c> the option has
/// swallowed the job, and there is no other.
/// </summary>
internal static class JobAfterDirectory
{
    public static (string? Directory, string? Job) Resolve(string? optionValue, string? positional) =>
        positional is not null ? (optionValue, positional) : (null, optionValue);
}

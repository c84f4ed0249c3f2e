namespace SavepointCli.Engine.Loading;

/// <summary>A method that can be run as a program.</summary>
/// <param name="AssemblyName">File name of the assembly that holds it.</param>
/// <param name="TypeName">Full name of its type as reflection spells it; nested types with <c>+</c>.</param>
/// <param name="MethodToken">Its metadata token.</param>
internal sealed record EntryPoint(string AssemblyName, string TypeName, int MethodToken)
{
    private const string Requirement =
        "public static Main, with string[] or no parameter, returning void, int, Task or Task<int>, in a public type";

    /// <summary>The entry point that is meant.</summary>
    /// <param name="program">The program.</param>
    /// <param name="entryClass">Full name of the type that was asked for; null if there has to be just one.</param>
    /// <exception cref="EntryPointException">There is none, or it is not clear which.</exception>
    public static EntryPoint Choose(ProgramFile program, string? entryClass)
    {
        var found = program.EntryPoints() ?? throw new EntryPointException(
            $"'{program.Name}' holds no .NET assembly.", "Upload the assembly of the job, or a zip of its publish folder.");
        if (entryClass is not null)
        {
            return found.FirstOrDefault(candidate => candidate.TypeName == entryClass) ?? throw new EntryPointException(
                $"The program's entry point class '{entryClass}' was not found in the jar file. "
                + $"Entry points of '{program.Name}': {Names(found)}.",
                $"Name one of them; an entry point is {Requirement}.");
        }

        return found switch
        {
            [var only] => only,
            [] => throw new EntryPointException(
                $"'{program.Name}' has no entry point: it needs {Requirement}.", "Add a Main that executes the job."),
            _ => throw new EntryPointException(
                $"'{program.Name}' has {found.Count} entry points, so the entry class must be named: {Names(found)}.",
                "Name one of them with -c."),
        };
    }

    private static string Names(IReadOnlyList<EntryPoint> found) =>
        found.Count == 0 ? "none" : string.Join(", ", found.Select(candidate => candidate.TypeName).Distinct());
}

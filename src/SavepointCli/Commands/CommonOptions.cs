using System.CommandLine;

namespace SavepointCli.Commands;

/// <summary>Options that every verb knows.</summary>
internal static class CommonOptions
{
    public static Option<bool> Debug { get; } = new("--debug")
    {
        Description = "On failure, add the stack trace and what the cluster said in full.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };
}

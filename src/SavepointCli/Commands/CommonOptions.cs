using System.CommandLine;

namespace SavepointCli.Commands;

/// <summary>Options that every verb knows.</summary>
internal static class CommonOptions
{
    public const string DebugName = "--debug";

    public static Option<bool> Debug() => new(DebugName)
    {
        Description = "On failure, add the stack trace and what the cluster said in full.",
        Recursive = true,
        Arity = ArgumentArity.Zero,
    };
}

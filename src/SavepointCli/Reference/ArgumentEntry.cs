using System.CommandLine;

namespace SavepointCli.Reference;

/// <summary>A positional.</summary>
internal sealed record ArgumentEntry(string Name, string Description, bool IsOptional, bool IsRepeated)
{
    public string Synopsis
    {
        get
        {
            var name = Name.ToUpperInvariant() + (IsRepeated ? "..." : "");
            return IsOptional ? $"[{name}]" : name;
        }
    }

    public static ArgumentEntry Of(Argument argument) => new(
        argument.Name, argument.Description ?? "", argument.Arity.MinimumNumberOfValues == 0, argument.Arity.MaximumNumberOfValues > 1);
}

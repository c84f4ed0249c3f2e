using System.CommandLine;

namespace SavepointCli.Reference;

/// <summary>An option with its names, short ones first.</summary>
internal sealed record OptionEntry(IReadOnlyList<string> Names, string? Value, string Description)
{
    /// <summary>All names, and what the value is called.</summary>
    public string Synopsis => string.Join(", ", Names) + (Value is null ? "" : $" {Value}");

    public static OptionEntry Of(Option option)
    {
        IEnumerable<string> names = [option.Name, .. option.Aliases];
        var takesValue = option.Arity.MaximumNumberOfValues > 0;
        return new OptionEntry(
            [.. names.Distinct().OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)],
            takesValue ? option.HelpName ?? "VALUE" : null,
            option.Description ?? "");
    }
}

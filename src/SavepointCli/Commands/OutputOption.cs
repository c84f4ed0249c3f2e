using System.CommandLine;
using SavepointCli.Parsing;
using SavepointCli.Rendering;

namespace SavepointCli.Commands;

/// <summary><c>-o FORM</c>: in which form a verb prints its result.</summary>
internal sealed class OutputOption : Option<string>
{
    private readonly OutputForm[] _forms;

    /// <param name="forms">The forms that the verb knows; the first is the default.</param>
    public OutputOption(params OutputForm[] forms)
        : base("--output", "-o")
    {
        _forms = forms;
        HelpName = string.Join('|', forms.Select(NameOf));
        Description = $"Form of the output ({NameOf(forms[0])} unless given).";
        DefaultValueFactory = _ => NameOf(forms[0]);
    }

    /// <summary>The form that was asked for.</summary>
    /// <exception cref="SavepointException">The verb does not know it.</exception>
    public OutputForm Read(ParseResult parsed)
    {
        var name = parsed.GetValue(this);
        var at = Array.FindIndex(_forms, form => NameOf(form) == name);
        return at >= 0
            ? _forms[at]
            : throw UsageErrors.Wrong($"'{name}' is no form of output; expected one of: {string.Join(", ", _forms.Select(NameOf))}", $"-o {NameOf(_forms[^1])}");
    }

#pragma warning disable CA1308 // names on the command line are lower case
    private static string NameOf(OutputForm form) => form.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}

using System.CommandLine;
using SavepointCli.Format.Ids;
using SavepointCli.Operations.State;

namespace SavepointCli.Commands.State;

/// <summary>Options that say which entries of a snapshot are meant.</summary>
internal static class StateOptions
{
    public static Option<string?> Operator() => new("--operator") { HelpName = "UID|ID", Description = "Only the operator with this uid or id." };

    public static Option<string?> State() => new("--state") { HelpName = "NAME", Description = "Only the states of this name." };

    public static Option<string?> Key() => new("--key") { HelpName = "KEY", Description = "Only this key, in the form in which keys are printed, or as bare text." };

    public static Option<string?> Namespace() => new("--namespace") { HelpName = "NAMESPACE", Description = "Only this namespace, e.g. {\"start\":0,\"end\":1000}." };

    public static Option<string?> KeyGroups() => new("--key-group") { HelpName = "N|N-M", Description = "Only the keys of this key group, or of these." };

    public static WantedText? ReadText(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } text ? new WantedText(text) : null;

    public static KeyGroupRange? ReadKeyGroups(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var (first, last) = dash < 0 ? (text, text) : (text[..dash], text[(dash + 1)..]);
        return TryParse(first, out var start) && TryParse(last, out var end) && start <= end
            ? new KeyGroupRange(start, end)
            : throw new SavepointException(ExitCode.Usage, $"'{text}' is no key group", $"write a number from 0 to {Format.Ids.KeyGroups.MaxParallelismLimit - 1}, or two with a dash between them");
    }

    private static bool TryParse(string text, out int keyGroup) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out keyGroup)
        && keyGroup < Format.Ids.KeyGroups.MaxParallelismLimit;
}

using System.Globalization;
using System.Text;

namespace SavepointCli.Reference;

/// <summary>Completion of verbs and options for the shells; where neither fits, the shell offers files.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells, each with the name of its file in a package.</summary>
    public static IReadOnlyList<(string Shell, string FileName, Func<CommandPage, string> Script)> All { get; } =
    [
        ("bash", "savepointctl.bash", Bash),
        ("zsh", "_savepointctl", Zsh),
        ("fish", "savepointctl.fish", Fish),
        ("pwsh", "savepointctl.ps1", PowerShell),
    ];

    private static string Bash(CommandPage root) => Filled(
        """
        # bash completion for savepointctl; made by 'savepointctl completion bash'
        _savepointctl() {
            local cur=${COMP_WORDS[COMP_CWORD]} path='' words='' i
            for ((i = 1; i < COMP_CWORD; i++)); do
                case "$path ${COMP_WORDS[i]}" in
                    PATHS) path="$path ${COMP_WORDS[i]}" ;;
                esac
            done
            case "$path" in
        CASES
            esac
            COMPREPLY=($(compgen -W "$words" -- "$cur"))
        }
        complete -o default -F _savepointctl savepointctl

        """,
        root,
        page => $"        '{PathOf(page)}') words='{string.Join(' ', WordsOf(page))}' ;;");

    private static string Zsh(CommandPage root) => Filled(
        """
        #compdef savepointctl
        # zsh completion for savepointctl; made by 'savepointctl completion zsh'
        _savepointctl() {
            local path_='' word
            local -a words_
            for word in ${words[2,CURRENT-1]}; do
                case "$path_ $word" in
                    PATHS) path_="$path_ $word" ;;
                esac
            done
            case "$path_" in
        CASES
            esac
            _describe 'savepointctl' words_ || _files
        }
        if [ "$funcstack[1]" = _savepointctl ]; then _savepointctl "$@"; else compdef _savepointctl savepointctl; fi

        """,
        root,
        page => $"        '{PathOf(page)}') words_=({string.Join(' ', DescribedWordsOf(page).Select(word => $"'{word.Word.Replace(":", "\\:", StringComparison.Ordinal)}:{ShellQuoted(word.Description)}'"))}) ;;");

    private static string Fish(CommandPage root)
    {
        var text = new StringBuilder(
            """
            # fish completion for savepointctl; made by 'savepointctl completion fish'
            function __savepointctl_at
                set -l path
                for word in (commandline -opc)[2..-1]
                    contains -- "$path $word" PATHS; and set path "$path $word"
                end
                test "$path" = "$argv[1]"
            end

            """.Replace("PATHS", string.Join(' ', root.All.Skip(1).Select(page => $"'{PathOf(page)}'")), StringComparison.Ordinal));
        foreach (var page in root.All)
        {
            var condition = $"complete -c savepointctl -n \"__savepointctl_at '{PathOf(page)}'\"";
            foreach (var (word, description) in DescribedWordsOf(page))
                text.AppendLine(CultureInfo.InvariantCulture, $"{condition} -a '{word}' -d '{description.Replace("'", "\\'", StringComparison.Ordinal)}'");
        }

        return text.ToString();
    }

    private static string PowerShell(CommandPage root) => Filled(
        """
        # PowerShell completion for savepointctl; made by 'savepointctl completion pwsh'
        Register-ArgumentCompleter -Native -CommandName savepointctl -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $words = @{
        CASES
            }
            $path = ''
            foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                if ($words.ContainsKey("$path $element")) { $path = "$path $element" }
            }
            $words[$path] -split ' ' | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """,
        root,
        page => $"        '{PathOf(page)}' = '{string.Join(' ', WordsOf(page))}'");

    private static string Filled(string template, CommandPage root, Func<CommandPage, string> line) => template
        .Replace("PATHS", string.Join('|', root.All.Skip(1).Select(page => $"'{PathOf(page)}'")), StringComparison.Ordinal)
        .Replace("CASES", string.Join('\n', root.All.Select(line)), StringComparison.Ordinal);

    private static string PathOf(CommandPage page) => string.Concat(page.Words.Select(word => " " + word));

    private static IEnumerable<string> WordsOf(CommandPage page) => DescribedWordsOf(page).Select(word => word.Word);

    private static IEnumerable<(string Word, string Description)> DescribedWordsOf(CommandPage page) =>
    [
        .. page.Verbs.Select(verb => (verb.Words[^1], verb.Description)),
        .. page.Options.SelectMany(option => option.Names.Select(name => (name, option.Description))),
    ];

    private static string ShellQuoted(string text) => text.Replace("'", "'\\''", StringComparison.Ordinal);
}

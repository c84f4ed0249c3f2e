using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SavepointCli.Engine.Jobs;
using SavepointCli.Engine.Loading;
using SavepointCli.Engine.Rest.Messages;

namespace SavepointCli.Engine.Rest;

/// <summary>Puts together what a request to run a program says in its body and in its query. The body wins.</summary>
internal static class JarRunRequest
{
    /// <summary>The submission that is asked for, or the refusal.</summary>
    public static bool TryRead(
        RestCall call,
        JarRunRequestBody body,
        StoredJar jar,
        [NotNullWhen(true)] out JobSubmission? submission,
        [NotNullWhen(false)] out RestAnswer? refusal)
    {
        submission = null;
        refusal = body is { ProgramArgs: not null, ProgramArgsList: not null }
            ? RestAnswer.Handled(400, "Confusing request: programArgs and programArgsList are specified, please, use only programArgsList")
            : null;
        var parallelism = body.Parallelism;
        if (parallelism is null && call.QueryValue("parallelism") is { } parallelismText)
        {
            refusal ??= ReadParallelism(parallelismText, out parallelism);
        }

        var allowNonRestoredState = body.AllowNonRestoredState;
        if (allowNonRestoredState is null && call.QueryValue("allowNonRestoredState") is { } allowText)
        {
            refusal ??= ReadAllowNonRestoredState(allowText, out allowNonRestoredState);
        }

        if (refusal is not null)
        {
            return false;
        }

        submission = new JobSubmission(jar.Path)
        {
            EntryClass = body.EntryClass ?? call.QueryValue("entry-class"),
            Arguments = Arguments(call, body),
            Parallelism = parallelism,
            JobId = body.JobId,
            SavepointPath = body.SavepointPath ?? call.QueryValue("savepointPath"),
            AllowNonRestoredState = allowNonRestoredState ?? false,
            ClaimMode = body.ClaimMode ?? body.RestoreMode,
            Configuration = body.FlinkConfiguration ?? new Dictionary<string, string>(),
        };
        return true;
    }

    private static RestAnswer? ReadParallelism(string text, out int? parallelism)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        parallelism = number;
        return read ? null : RestRoute.UnreadableParameter("query", "parallelism", text);
    }

    private static RestAnswer? ReadAllowNonRestoredState(string text, out bool? allow)
    {
        var read = bool.TryParse(text, out var value);
        allow = value;
        return read ? null : RestRoute.UnreadableParameter("query", "allowNonRestoredState", text);
    }

    private static IReadOnlyList<string> Arguments(RestCall call, JarRunRequestBody body)
    {
        if (body.ProgramArgsList is { } list)
        {
            return list;
        }

        if (body.ProgramArgs is { } text)
        {
            return Tokenize(text);
        }

        if (call.QueryValue("programArg") is { } separated)
        {
            return separated.Split(',');
        }

        return call.QueryValue("program-args") is { } query ? Tokenize(query) : [];
    }

    /// <summary>Splits at blanks; double or single quotes hold a word together.</summary>
    private static List<string> Tokenize(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        var begun = false;
        foreach (var letter in text)
        {
            if (quote != '\0' ? letter == quote : letter is '"' or '\'')
            {
                quote = quote == '\0' ? letter : '\0';
                begun = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                if (begun)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                begun = false;
            }
            else
            {
                word.Append(letter);
                begun = true;
            }
        }

        if (begun)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}

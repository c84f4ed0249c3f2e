using System.Text;

namespace SavepointCli.Cluster.Security;

/// <summary>
/// What a proxy in front of the REST endpoint wants to see. Comes from the environment or from a file that the environment names,
/// never from the command line, where every process of the machine could read it.
/// </summary>
internal static class Credentials
{
    private const string Token = "SAVEPOINTCTL_TOKEN";
    private const string User = "SAVEPOINTCTL_USER";
    private const string Password = "SAVEPOINTCTL_PASSWORD";
    private const string FileSuffix = "_FILE";
    private const int LongestSecret = 64 * 1024;

    /// <summary>The value of the <c>Authorization</c> header, or null for none.</summary>
    public static string? Of(IReadOnlyDictionary<string, string> variables)
    {
        var token = Secret(variables, Token);
        var user = variables.GetValueOrDefault(User);
        if (token is not null && !string.IsNullOrEmpty(user))
            throw new SavepointException(ExitCode.Usage, $"both {Token} and {User} are set", "one kind of credentials at a time");
        if (token is not null) return Bearer(token);
        return string.IsNullOrEmpty(user)
            ? null
            : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Secret(variables, Password)}"));
    }

    public static string Bearer(string token) => "Bearer " + token;

    /// <summary>The content of a file with a secret, without the line break at its end.</summary>
    public static string ReadFile(string path, string named)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongestSecret })
                throw new SavepointException(ExitCode.Usage, $"the file '{path}' of {named} is too long for a secret", null);
            return Checked(File.ReadAllText(path).TrimEnd('\r', '\n'), named);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the file '{path}' of {named} cannot be read: {exception.Message}",
                "check the path and its permissions",
                exception);
        }
    }

    private static string? Secret(IReadOnlyDictionary<string, string> variables, string name)
    {
        if (variables.GetValueOrDefault(name) is { Length: > 0 } value) return Checked(value, name);
        return variables.GetValueOrDefault(name + FileSuffix) is { Length: > 0 } path ? ReadFile(path, name + FileSuffix) : null;
    }

    /// <summary>A line break would end the header, and the message must not show what stands around it.</summary>
    private static string Checked(string secret, string name) => secret.Any(char.IsControl)
        ? throw new SavepointException(ExitCode.Usage, $"{name} holds more than one line", "one line with the secret and nothing else")
        : secret;
}

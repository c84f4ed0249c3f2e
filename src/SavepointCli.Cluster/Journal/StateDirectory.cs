namespace SavepointCli.Cluster.Journal;

/// <summary>Where this tool keeps what it has to remember: <c>$XDG_STATE_HOME/savepointctl</c>, by default in <c>~/.local/state</c>.</summary>
internal static class StateDirectory
{
    public static string Of(IReadOnlyDictionary<string, string> variables)
    {
        var home = variables.GetValueOrDefault("XDG_STATE_HOME");
        if (string.IsNullOrEmpty(home))
        {
            var person = variables.GetValueOrDefault("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            home = Path.Combine(person, ".local", "state");
        }

        return Path.Combine(home, "savepointctl");
    }
}

namespace SavepointCli.Embedded;

/// <summary>The program of the embedded cluster: a .NET assembly beside the tool, run by <c>dotnet</c>.</summary>
/// <param name="Path">The assembly.</param>
/// <param name="Runtime">The <c>dotnet</c> that runs it.</param>
internal sealed record EngineProgram(string Path, string Runtime)
{
    private const string Variable = "SAVEPOINTCTL_ENGINE";
    private const string FileName = "SavepointCli.Engine.dll";

    /// <summary>Finds it, or says what is missing.</summary>
    public static EngineProgram Find(CommandContext context)
    {
        var named = context.Variable(Variable);
        var path = named ?? System.IO.Path.Combine(AppContext.BaseDirectory, "engine", FileName);
        if (!File.Exists(path))
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"the embedded cluster is not installed: there is no '{path}'",
                named is null
                    ? $"install the folder 'engine' beside savepointctl, or name {FileName} with {Variable}"
                    : $"correct {Variable}");
        }

        return new EngineProgram(path, FindRuntime(context));
    }

    private static string FindRuntime(CommandContext context)
    {
        var executable = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        IEnumerable<string?> candidates =
        [
            context.Variable("DOTNET_HOST_PATH"),
            context.Variable("DOTNET_ROOT") is { } root ? System.IO.Path.Combine(root, executable) : null,
            .. (context.Variable("PATH") ?? "")
                .Split(System.IO.Path.PathSeparator)
                .Select(folder => System.IO.Path.Combine(folder, executable)),
        ];
        return candidates.FirstOrDefault(File.Exists) ?? throw new SavepointException(
            ExitCode.Usage,
            "the embedded cluster needs the .NET runtime, and there is no 'dotnet' on the PATH",
            "install the ASP.NET Core runtime 10 from https://dotnet.microsoft.com/download, or set DOTNET_ROOT");
    }
}

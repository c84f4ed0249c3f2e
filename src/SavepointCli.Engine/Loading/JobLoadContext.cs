using System.Reflection;
using System.Runtime.Loader;
using SavepointCli.Streaming;

namespace SavepointCli.Engine.Loading;

/// <summary>
/// Where the assemblies of one job live, so that they can be unloaded with it. The job API is the engine's own, else its types would
/// not be those the engine knows; everything else comes from the job's folder first, so that jobs may bring other versions.
/// </summary>
internal sealed class JobLoadContext(string mainAssembly) : AssemblyLoadContext(Path.GetFileName(mainAssembly), isCollectible: true)
{
    private const string OwnPrefix = "SavepointCli.";

    private static readonly HashSet<string> Shared = SharedNames();

    private readonly AssemblyDependencyResolver _resolver = new(mainAssembly);

    /// <summary>Loads the assembly of the program.</summary>
    public Assembly LoadMain() => LoadWithoutLock(mainAssembly);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !Shared.Contains(name) && _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadWithoutLock(path)
            : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : nint.Zero;

    /// <summary>Loaded by its path, a file stays locked on Windows until the context is collected, which nobody can wait for.</summary>
    private Assembly LoadWithoutLock(string path)
    {
        using var image = new MemoryStream(File.ReadAllBytes(path));
        var symbolFile = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolFile) ? new MemoryStream(File.ReadAllBytes(symbolFile)) : null;
        return LoadFromStream(image, symbols);
    }

    private static HashSet<string> SharedNames()
    {
        var api = typeof(StreamExecutionEnvironment).Assembly;
        return
        [
            api.GetName().Name!,
            .. api.GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => name.StartsWith(OwnPrefix, StringComparison.Ordinal)),
        ];
    }
}

using System.Reflection;
using SavepointCli.Engine.Jobs;
using SavepointCli.Streaming.Graph;

namespace SavepointCli.Engine.Loading;

/// <summary>A loaded program with its folder and its load context.</summary>
internal sealed class LoadedJob(string folder) : ILoadedJob
{
    private StreamGraph? _graph;
    private int _disposed;

    /// <inheritdoc/>
    public StreamGraph Graph
    {
        get => _graph ?? throw new ObjectDisposedException(nameof(LoadedJob));
        set => _graph = value;
    }

    /// <summary>Where the program's assemblies live; null before and after.</summary>
    public JobLoadContext? Context { get; private set; }

    /// <summary>Loads the assembly of an entry point.</summary>
    public Assembly Open(EntryPoint entryPoint)
    {
        Context = new JobLoadContext(Path.Combine(folder, entryPoint.AssemblyName));
        return Context.LoadMain();
    }

    /// <summary>Deletes the program's folder and lets go of its types, which are unloaded once nothing uses them any more.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _graph = null;
        Context?.Unload();
        Context = null;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

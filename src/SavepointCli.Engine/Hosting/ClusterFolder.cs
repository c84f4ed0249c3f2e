using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Rest;

namespace SavepointCli.Engine.Hosting;

/// <summary>The folder for what goes away with the cluster: uploads that nobody asked to keep, unpacked programs.</summary>
internal sealed class ClusterFolder : IDisposable
{
    private const int MaxAttempts = 10;

    /// <summary>Creates it below the configured temporary directory.</summary>
    public ClusterFolder(EngineConfiguration configuration)
    {
        var parent = configuration.Get(RestOptions.TemporaryDirectory) ?? System.IO.Path.GetTempPath();
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(parent, $"flink-web-{Guid.NewGuid()}"));
        Directory.CreateDirectory(Path);
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var attempt = 0; attempt < MaxAttempts && Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (DirectoryNotFoundException)
            {
                // A job that ends meanwhile deletes its own folder in this one; what is left still has to go.
            }
        }
    }
}

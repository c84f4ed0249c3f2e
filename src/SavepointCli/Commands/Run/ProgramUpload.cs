using SavepointCli.Cluster.Rest;

namespace SavepointCli.Commands.Run;

/// <summary>A program that is on a cluster for as long as it is needed there.</summary>
/// <param name="jars">The programs of the cluster.</param>
/// <param name="note">Told what did not go well without being a failure.</param>
internal sealed class ProgramUpload(JarClient jars, Action<string> note)
{
    /// <summary>Uploads, uses and removes a program.</summary>
    public async Task<T> UseAsync<T>(JobProgram program, Func<string, Task<T>> use, CancellationToken cancellation)
    {
        using var package = program.Pack();
        var jar = await jars.UploadAsync(package.Path, package.Name, cancellation).ConfigureAwait(false);
        try
        {
            return await use(jar).ConfigureAwait(false);
        }
        finally
        {
            await RemoveAsync(jar).ConfigureAwait(false);
        }
    }

    /// <summary>A job has what it needs by now; the upload would lie about until the cluster is gone.</summary>
    private async Task RemoveAsync(string jar)
    {
        try
        {
            await jars.DeleteAsync(jar, CancellationToken.None).ConfigureAwait(false);
        }
        catch (SavepointException fault)
        {
            note($"the uploaded program '{jar}' stays on the cluster: {fault.Message}");
        }
    }
}

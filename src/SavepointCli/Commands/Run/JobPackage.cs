namespace SavepointCli.Commands.Run;

/// <summary>The one file in which a program goes to a cluster.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">The name under which the cluster gets it.</param>
/// <param name="IsTemporary">Whether it was made for the way and goes away after it.</param>
internal sealed record JobPackage(string Path, string Name, bool IsTemporary) : IDisposable
{
    public void Dispose()
    {
        if (IsTemporary) File.Delete(Path);
    }
}
